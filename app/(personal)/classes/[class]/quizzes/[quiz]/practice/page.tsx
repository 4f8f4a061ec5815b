import type { Metadata } from "next";
import { found } from "@/auth";
import { alreadyGiven, practicePreview, tooFew } from "@/records";
import { keepDates } from "@/ui/keep-dates";
import { Notice } from "@/ui/notice";
import { practiceWords } from "../../../../../../assignment/words";
import { ActionForm } from "../../../../../../forms/action-form";
import { ClassHead } from "../../../class-head";
import { give } from "./actions";
import { analysisAddress, confusionOf } from "./confusion";
import styles from "../analysis.module.css";

interface Address {
  params: Promise<{ class: string; quiz: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "A practice quiz" };

/** What a practice quiz of a confusion would ask, and whom, before it is made. */
export default async function PracticePage({ params, searchParams }: Address) {
  const [{ class: classId, quiz: quizId }, query] = await Promise.all([params, searchParams]);
  const one = (name: string) => (typeof query[name] === "string" && query[name] !== "" ? query[name] : null);
  const asked = { classId, quizId, assignment: one("assignment"), about: one("about") ?? "" };
  const { viewer, className, quizTitle, confusion } = await confusionOf(asked);
  const { confused, about, says, askedName } = confusion;
  const personIds = confusion.learners.map(({ personId }) => personId);
  const wanted = { classId, confused, about, personIds };
  const { learners, questions, leftOut, given } = await found(practicePreview(viewer, wanted));
  const back = analysisAddress(asked);
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={classId} name={className} here="questions" />
      <header className="pagehead">
        <p className="label">
          <a href={back}>{quizTitle}: question by question</a>
        </p>
        <h2>A practice quiz</h2>
        <p>
          {learners.length} {learners.length === 1 ? "learner" : "learners"} {says}, for ‘{askedName}’.
        </p>
      </header>
      {questions.length === 0 ? (
        <Notice>
          <p>{tooFew(leftOut)}</p>
          <p>
            <a href={back}>Back to the questions</a>
          </p>
        </Notice>
      ) : (
        <>
          {given.map((each) => (
            <Notice key={each.assignmentId}>
              <p>
                {alreadyGiven(each, learners.length)}{" "}
                <a href={`/classes/${classId}/assignments/${each.assignmentId}`}>{each.title}</a>
              </p>
            </Notice>
          ))}
          <section className="section" aria-labelledby="asked">
            <h2 id="asked">What it asks</h2>
            <div>
              <ol className={styles.preview}>
                {questions.map(({ itemId, prompt, kindTitle }) => (
                  <li key={itemId}>
                    {keepDates(prompt)} <span className="meta">{kindTitle}</span>
                  </li>
                ))}
              </ol>
              {leftOut > 0 && (
                <p className="meta">
                  {leftOut === 1 ? "One question about this is" : `${leftOut} questions about this are`} left out: an
                  assignment that is still open holds {leftOut === 1 ? "it" : "them"} back from one of these learners.
                </p>
              )}
            </div>
          </section>
          <section className="section" aria-labelledby="who">
            <h2 id="who">Whom</h2>
            <p className="ui">{learners.map(({ displayName }) => displayName).join(", ")}</p>
          </section>
          <section className="section" aria-labelledby="told">
            <h2 id="told">What they read</h2>
            <div>
              <blockquote className={styles.told}>
                <p>
                  <b>Practice: {about}</b>
                </p>
                <p>{practiceWords(about)}</p>
              </blockquote>
              <p className="meta">
                It stands on their home without a date, tells at once what is right, and can be taken back. None of them
                sees who the others are.
              </p>
            </div>
          </section>
          <ActionForm
            action={give}
            fields={[]}
            hidden={{
              ...{ class: classId, quiz: quizId, about: asked.about, assignment: asked.assignment ?? "" },
              // Said only where the page says that there is one.
              ...(given.length > 0 && { again: "yes" }),
            }}
            submit={`Give ${given.length > 0 ? "another" : "it"} to ${learners.length === 1 ? "this learner" : `these ${learners.length}`}`}
          />
        </>
      )}
    </main>
  );
}
