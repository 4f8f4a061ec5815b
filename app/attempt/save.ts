import type { Fields } from "@/questions/contract";
import type { Revision, Sent } from "./saver";

/** What a save sends: the whole answer each time, so that a newer save carries all that an older one did. Of a question
 * that takes no more answers it is the flag alone. */
export interface AnswerSent {
  fields?: Fields;
  certainty?: string | null;
  flagged?: boolean;
}

/** Sends one revision of an answer: `version` is the question's that it was made for, `page` this loading of the page.
 * Throws when there is no line. */
export async function saveAnswer(
  address: string,
  { version, page }: { version: string; page: string },
  { answer, ...revision }: Revision<AnswerSent>,
): Promise<Sent> {
  const reply = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ ...revision, version, page, ...answer }),
    // A page that is being left finishes its last save.
    keepalive: true,
  });
  if (reply.ok) return (await reply.json()) as Sent;
  if (reply.status === 401) return { state: "signed out" };
  if (reply.status >= 500 || reply.status === 429) return { state: "again" };
  const { state } = (await reply.json().catch(() => ({}))) as { state?: unknown };
  return { state: state === "closed" || state === "done" ? state : "refused" };
}

/** A version 4 UUID. `crypto.randomUUID` is missing on plain http by a school's own network; this is there. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
