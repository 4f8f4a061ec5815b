"use client";

import type { PlayerProps } from "../contract";
import { GapField } from "../gap-fields";
import styles from "./cloze.module.css";
import { fieldsOfPart } from "../gap-part-fields";
import { gapName, piecesOf } from "./passage";
import type { Body } from "./schema";

const ASKED: Record<string, string> = {
  date: "a date",
  number: "a number",
  text: "a word or a name",
  choice: "one of a list",
};

/** The passage with a field in every gap. Each field says its number, so that it can be found again and spoken of. */
export default function ClozePlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  return (
    <div className={styles.player} role="group" aria-labelledby={labelledBy}>
      {piecesOf(body.text).map((pieces, index) => (
        // Not a paragraph: the fields bring blocks of their own.
        <div key={index} className={styles.passage}>
          {pieces.map((piece, place) => {
            if ("words" in piece) return <span key={place}>{piece.words}</span>;
            const gap = body.gaps.find(({ id }) => id === piece.gap);
            return gap ? (
              <span key={place} className={styles.gap}>
                <span className={styles.number} aria-hidden="true">
                  {gap.id.slice(1)}
                </span>
                <GapField
                  gap={gap.gap}
                  name={`${name}.${gap.id}`}
                  body={gap.body}
                  fields={fieldsOfPart(fields, gap.id)}
                  label={`${gapName(gap.id)}: ${ASKED[gap.gap] ?? gap.gap}`}
                  inline
                />
              </span>
            ) : null;
          })}
        </div>
      ))}
    </div>
  );
}
