import { PaperCell, PaperHint } from "@/ui/paper";
import type { PaperProps } from "../contract";
import styles from "./paper.module.css";
import type { Body } from "./schema";
import { told } from "./words";

/** The things to order, each with a square for its place. */
export function Paper({ body, fields }: PaperProps<Body>) {
  const first = (body.ends?.first ?? "Earliest").toLocaleLowerCase("en");
  return (
    <>
      <PaperHint>
        Number them from 1, the {first}, to {body.items.length}. {told(body.rule)}
      </PaperHint>
      <ul className={styles.items}>
        {body.items.map(({ id, text }) => (
          <li key={id}>
            <PaperCell>{fields[id]?.[0]}</PaperCell> <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
