import { PaperHint, PaperLine, PaperOptions } from "@/ui/paper";
import type { PaperProps } from "../contract";
import styles from "./paper.module.css";
import { ROWS } from "./rows";
import type { Body } from "./schema";
import { askOf, hintOf, isOfPeople } from "./words";

/** Numbered lines for names, or names to tick. */
export function Paper({ body, fields }: PaperProps<Body>) {
  const written = fields.name ?? [];
  return (
    <>
      <PaperHint>
        {body.entry === "typed" && `One name a line${isOfPeople(askOf(body)) ? "; surnames will do" : ""}. `}
        {hintOf(body)}
      </PaperHint>
      {body.entry === "typed" ? (
        <ol className={styles.names}>
          {Array.from({ length: Math.max(body.slots ?? ROWS, written.length) }, (_, row) => (
            <li key={row}>
              <PaperLine wide>{written[row]}</PaperLine>
            </li>
          ))}
        </ol>
      ) : (
        <PaperOptions
          columns
          options={body.people.map(({ id, name }) => ({
            id,
            text: name,
            ticked: fields.person?.includes(id) ?? false,
          }))}
        />
      )}
    </>
  );
}
