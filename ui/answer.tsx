import type { ReactNode } from "react";
import styles from "./answer.module.css";
import { StandingMark } from "./verdict";
import type { Standing } from "./verdict";

/**
 * What was answered beside what is right, as rows with a term at the side. A kind's review returns one, and the
 * result page puts its own (why, where the lesson says so) under it; the columns line up.
 *
 *   <AnswerList>
 *     <AnswerRow term="You wrote" tone="you">24.8.39, read as 24 August 1939</AnswerRow>
 *     <AnswerRow term="The date" tone="key">23 August 1939</AnswerRow>
 *   </AnswerList>
 */
export function AnswerList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

/**
 * `you` is what the learner said, `key` what is right, `note` a voice from the margin (why), `source` small print.
 * A term that is a text and begins with 'You ' is written to the learner: 'You wrote' reads 'Wrote' to everyone else.
 */
export function AnswerRow({
  term,
  tone,
  children,
}: {
  term: ReactNode;
  tone?: "you" | "key" | "note" | "source";
  children: ReactNode;
}) {
  return (
    <>
      <dt className={styles.term}>{typeof term === "string" ? toEither(term) : term}</dt>
      <dd className={tone ? styles[tone] : undefined}>{children}</dd>
    </>
  );
}

function toEither(term: string): ReactNode {
  const said = /^You (.)(.*)$/s.exec(term);
  return said ? <Told you={term} others={said[1]!.toUpperCase() + said[2]!} /> : term;
}

/**
 * Words that differ by who reads: to the learner whose answer it is, and to others, such as their teacher.
 *   Hatched: <Told you="you marked it" others="marked" />.
 * Which of them is there is said once, by the `ReadBy` around; a style sheet keeps the other from eye and ear alike.
 */
export function Told({ you, others }: { you: ReactNode; others: ReactNode }) {
  return (
    <>
      <span className={styles.toYou}>{you}</span>
      <span className={styles.toOthers}>{others}</span>
    </>
  );
}

/** Around answers: who reads them. Without it, it is the learner who answered. */
export function ReadBy({ others, children }: { others: boolean; children: ReactNode }) {
  return others ? <div data-read-by="others">{children}</div> : children;
}

/** Several things chosen, each with its own standing: `<AnswerItem standing="wrong" aside="did not sign">…`. */
export function AnswerItems({ children }: { children: ReactNode }) {
  return <ul className={styles.items}>{children}</ul>;
}

export function AnswerItem({
  standing,
  words,
  aside,
  children,
}: {
  standing: Standing;
  /** The standing for a screen reader, when it is not said in `aside`: 'right'. */
  words?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li>
      <span className={`verdict ${standing}`}>
        <StandingMark standing={standing} />
      </span>
      <span>
        {children}
        {words && <span className="vh">, {words}</span>}
        {aside && <small> {aside}</small>}
      </span>
    </li>
  );
}
