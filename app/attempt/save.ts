import type { Fields } from "@/questions/contract";
import type { Revision, Sent } from "./saver";

/** What a save sends: the whole answer each time, so that a newer save carries all that an older one did. */
export interface AnswerSent {
  fields: Fields;
  flagged: boolean;
}

/** Sends one revision of an answer. Throws when there is no line. */
export async function saveAnswer(address: string, { revisionId, answer }: Revision<AnswerSent>): Promise<Sent> {
  const reply = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ revisionId, ...answer }),
    // A page that is being left finishes its last save.
    keepalive: true,
  });
  if (reply.ok) return (await reply.json()) as Sent;
  if (reply.status === 409) return { state: "closed" };
  if (reply.status === 401) return { state: "signed out" };
  return reply.status >= 500 || reply.status === 429 ? { state: "again" } : { state: "refused" };
}

/** A version 4 UUID. `crypto.randomUUID` is missing on plain http by a school's own network; this is there. */
export function newRevisionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
