import { PaperCell, PaperHint } from "@/ui/paper";
import { byAlphabet } from "../alphabet";
import type { PaperProps } from "../contract";
import styles from "./paper.module.css";
import type { Body } from "./schema";

/** The stems, each with a square, and what to put there, lettered. */
export function Paper({ body, fields }: PaperProps<Body>) {
  const choices = byAlphabet(body.choices).map((choice, index) => ({ ...choice, letter: letterOf(index) }));
  return (
    <>
      <PaperHint>
        {body.mode === "sort"
          ? "Write the letter of its group beside each."
          : "Write one letter beside each. A letter may be right for more than one, or for none."}
      </PaperHint>
      <div className={styles.two}>
        <ul className={styles.stems}>
          {body.stems.map(({ id, text }) => (
            <li key={id}>
              <PaperCell>{choices.find((choice) => choice.id === fields[id]?.[0])?.letter}</PaperCell>{" "}
              <span>{text}</span>
            </li>
          ))}
        </ul>
        <ul className={styles.choices}>
          {choices.map(({ id, letter, text }) => (
            <li key={id}>
              <b>{letter}</b> <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** A to Z, then AA, AB, … */
function letterOf(index: number): string {
  return (index < 26 ? "" : "A") + String.fromCharCode(65 + (index % 26));
}
