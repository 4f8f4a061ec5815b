import { z } from "zod";
import { gapSchemas } from "../gap-parts";
import { gapsIn } from "./passage";

export const MOST_GAPS = 20;

const id = z.string().regex(/^g[1-9]\d?$/);
const gap = gapSchemas(id);

export const body = z
  .strictObject({
    /** The passage: plain text, `{1}` where the gap `g1` stands; an empty line parts paragraphs. */
    text: z.string().min(1).max(4000),
    gaps: z.array(gap.body).min(1).max(MOST_GAPS),
  })
  .refine(
    ({ text, gaps }) =>
      [...gapsIn(text)].sort().join() ===
      gaps
        .map((each) => each.id)
        .sort()
        .join(),
    { message: "a passage marks each of its gaps once" },
  );

export const key = z.strictObject({ gaps: z.array(gap.key).min(1).max(MOST_GAPS) });

/** What was answered, for the gaps that were. */
export const response = z.strictObject({ gaps: z.array(gap.response).min(1).max(MOST_GAPS) });

export type Body = z.infer<typeof body>;
export type Key = z.infer<typeof key>;
export type Response = z.infer<typeof response>;
