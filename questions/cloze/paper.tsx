import { PaperHint } from "@/ui/paper";
import type { PaperProps } from "../contract";
import { choicesOf, GapLine } from "../gap-paper";
import styles from "./paper.module.css";
import { piecesOf } from "./passage";
import type { Body } from "./schema";

/** The passage with a numbered line in every gap; under it what there is to choose from. */
export function Paper({ body, fields }: PaperProps<Body>) {
  const choices = body.gaps.flatMap((gap) => (choicesOf(gap).length > 0 ? [{ gap, of: choicesOf(gap) }] : []));
  return (
    <>
      {piecesOf(body.text).map((pieces, index) => (
        <p key={index} className={styles.passage}>
          {pieces.map((piece, place) => {
            if ("words" in piece) return piece.words;
            const asked = body.gaps.find(({ id }) => id === piece.gap);
            return (
              asked && (
                <span key={place} className={styles.gap}>
                  <b>{asked.id.slice(1)}</b>
                  <GapLine asked={asked} fields={fields} />
                </span>
              )
            );
          })}
        </p>
      ))}
      {choices.map(({ gap, of }) => (
        <PaperHint key={gap.id}>
          For gap {gap.id.slice(1)} one of: {of.map(({ text }) => text).join("; ")}.
        </PaperHint>
      ))}
    </>
  );
}
