import { z } from "zod";

import type { Fields } from "@/questions";

// An answer is a few short fields; what is larger was made by no form of ours.
const mostBytes = 32 * 1024;

// PostgreSQL's jsonb takes neither a zero character nor half of a surrogate pair.
const storable = z.string().regex(/^[^\0\p{Surrogate}]*$/u);

const schema = z
  .record(storable.min(1).max(100), z.array(storable).max(500))
  .refine((fields) => Buffer.byteLength(JSON.stringify(fields)) <= mostBytes);

/** What arrived as an answer's fields, or null when it is no such thing or cannot be stored. */
export function fieldsSent(sent: unknown): Fields | null {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return null;
  // A record has no room for `__proto__` and would pass over it in silence.
  return Object.hasOwn(sent as object, "__proto__") ? null : parsed.data;
}
