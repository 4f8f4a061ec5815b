import type { ChangeScope, ChangeWanted, ChangeWhat } from "@/records";

/** A change as its page's address and its form have it. */

const whats: readonly string[] = ["accept", "replace", "version", "full", "drop"];
const scopes: readonly string[] = ["assignment", "mine", "school"];

export type Sent = (name: string) => string;

/** The fields of a change that go from page to page. */
export const carried = ["attempt", "position", "part", "item", "version", "assignment", "appeal"] as const;

/** What an address or a form wants. What is no word of ours becomes the plainest. */
export function changeWanted(sent: Sent, classId: string | null): ChangeWanted {
  const some = (name: string) => sent(name) || undefined;
  const what = whats.includes(sent("what")) ? (sent("what") as ChangeWhat) : "accept";
  const scope = scopes.includes(sent("scope")) ? (sent("scope") as ChangeScope) : "mine";
  return {
    what,
    scope: classId === null ? "school" : scope,
    classId: classId ?? undefined,
    assignmentId: some("assignment"),
    attemptId: some("attempt"),
    position: some("position") === undefined ? undefined : Number(sent("position")),
    part: some("part"),
    itemId: some("item"),
    itemVersionId: some("version"),
    neverLower: sent("never-lower") === "yes",
  };
}

/** The address of a change's preview. */
export function previewPath(classId: string | null, about: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(about)) if (value) query.set(name, value);
  return `${classId === null ? "/school" : `/classes/${classId}`}/changes/new?${query.toString()}`;
}
