import type { ReactNode } from "react";
import { kindOf } from "@/questions";
import type { Fields } from "@/questions";
import { LinePaper } from "@/questions/paper";
import type { PaperQuestion, QuizPaper } from "@/records";
import { keepDates } from "@/ui/keep-dates";
import { PaperLine } from "@/ui/paper";
import { pointsText, pointsWords } from "../attempt/points";
import styles from "./sheet.module.css";

/** What stands over a paper or its key: whose it is, for how much, and for the learner's the lines to fill in. */
export function SheetHead({
  quiz,
  course,
  forKey,
}: {
  quiz: Omit<QuizPaper, "questions">;
  course?: string;
  forKey?: true;
}) {
  const { title, paper, maxPoints } = quiz;
  return (
    <header className={styles.head}>
      <p className={styles.over}>
        <span>{course ?? "Annals"}</span> <span className={styles.paper}>Paper {paper}</span>
      </p>
      <h1>
        {forKey ? "Key" : "Quiz"}: {title}
      </h1>
      {forKey ? (
        <p className="ui">
          For who marks paper {paper}. {pointsWords(maxPoints)} in all.
        </p>
      ) : (
        <p className={styles.fill}>
          <span>
            Name <PaperLine />
          </span>
          <span>
            Class <PaperLine />
          </span>
          <span>
            Date <PaperLine />
          </span>
          <span>
            Points <PaperLine /> of {pointsText(maxPoints)}
          </span>
        </p>
      )}
    </header>
  );
}

/** A question as its kind asks it on paper. With `fields` what is right stands where it would be written. */
export function SheetQuestion({
  question: { position, points, kind: name, prompt, body },
  fields = {},
  children,
}: {
  question: PaperQuestion;
  fields?: Fields;
  children?: ReactNode;
}) {
  const Paper = kindOf(name).Paper ?? LinePaper;
  return (
    <li className={styles.question} aria-labelledby={`q${position}`}>
      <div className={styles.prompt}>
        <span className={styles.number}>{position}</span>
        <h2 id={`q${position}`}>{keepDates(prompt)}</h2>
        <span className={styles.points}>{pointsWords(points)}</span>
      </div>
      <div className={styles.answer}>
        <Paper body={body} fields={fields} />
        {children}
      </div>
    </li>
  );
}

/** All questions, numbered. */
export function SheetQuestions({ children }: { children: ReactNode }) {
  return <ol className={styles.questions}>{children}</ol>;
}

/** By which this sheet is found again, and what may be done with it. */
export function SheetFoot({
  quiz: { paper, edition },
  address,
}: {
  quiz: Pick<QuizPaper, "paper" | "edition">;
  address: string;
}) {
  return (
    <footer className={`${styles.foot} meta`}>
      <p>
        Paper {paper}, edition {edition}. {address}
      </p>
      <p>Annals. Questions and maps under CC BY-SA 4.0.</p>
    </footer>
  );
}

/** On the screen alone: other papers, and what else there is to do. */
export function SheetTools({ children }: { children: ReactNode }) {
  return <div className={`${styles.tools} ui`}>{children}</div>;
}
