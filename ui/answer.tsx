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

/** `you` is what the learner said, `key` what is right, `note` a voice from the margin (why), `source` small print. */
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
      <dt className={styles.term}>{term}</dt>
      <dd className={tone ? styles[tone] : undefined}>{children}</dd>
    </>
  );
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
