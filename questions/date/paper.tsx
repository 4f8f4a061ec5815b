import { PaperHint, PaperLine } from "@/ui/paper";
import type { PaperProps } from "../contract";
import { LABELS, LESS } from "./labels";
import type { Body } from "./schema";

/** A line, and how much of the date is asked. */
export function Paper({ body, fields }: PaperProps<Body>) {
  return (
    <>
      <PaperHint>
        {LABELS[body.precision]}. {LESS[body.precision]}
      </PaperHint>
      <PaperLine wide>{fields.text?.[0]}</PaperLine>
    </>
  );
}
