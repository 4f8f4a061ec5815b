"use client";

import type { PlayerProps } from "../contract";
import { GapField } from "../gap-fields";
import { fieldsOfPart } from "../gap-part-fields";
import type { Body } from "./schema";
import { SLOTS, slotName } from "./slots";
import styles from "./transfer.module.css";

/** The entry of a register, a line a slot: some are filled in, the others are to be. Nothing here needs script. */
export default function TransferPlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  return (
    <div role="group" aria-labelledby={labelledBy} className={styles.player}>
      <ul className={styles.entry}>
        {SLOTS.map((slot) => {
          const given = body.given.find(({ id }) => id === slot);
          const asked = body.asked.find(({ id }) => id === slot);
          if (given)
            return (
              <li key={slot} className={styles.given}>
                <span className="label">{slotName(slot, body.when)}</span> <span>{given.text}</span>
              </li>
            );
          return asked ? (
            <li key={slot}>
              <GapField
                gap={asked.gap}
                name={`${name}.${slot}`}
                body={asked.body}
                fields={fieldsOfPart(fields, slot)}
                label={slotName(slot, body.when)}
              />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
