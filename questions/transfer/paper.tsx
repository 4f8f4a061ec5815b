import type { PaperProps } from "../contract";
import { choicesOf, GapLine } from "../gap-paper";
import styles from "./paper.module.css";
import type { Body } from "./schema";
import { SLOTS, slotName } from "./slots";

/** The entry of a register: what is told, and a line for what is not. */
export function Paper({ body, fields }: PaperProps<Body>) {
  return (
    <dl className={styles.entry}>
      {SLOTS.map((slot) => {
        const given = body.given.find(({ id }) => id === slot);
        const asked = body.asked.find(({ id }) => id === slot);
        const choices = asked ? choicesOf(asked) : [];
        return (
          (given ?? asked) && (
            <div key={slot}>
              <dt className="label">{slotName(slot, body.when)}</dt>
              <dd>
                {given?.text}
                {asked && <GapLine asked={asked} fields={fields} wide />}
                {choices.length > 0 && (
                  <span className="meta">One of: {choices.map(({ text }) => text).join("; ")}</span>
                )}
              </dd>
            </div>
          )
        );
      })}
    </dl>
  );
}
