import type { Metadata } from "next";
import { cache } from "react";
import { orderedByFigure } from "@/assessment/analysis";
import { found, requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { questionAnalysis, type QuizAnalysis } from "@/records";
import { Totals } from "@/ui/chart/small";
import { EmptyState } from "@/ui/notice";
import { ClassHead } from "../../class-head";
import { Answers } from "./answers";
import { Confused } from "./confused";
import { FigureCell } from "./figure-cell";
import { figureText, testForms } from "./figures";
import { misconceptions } from "./misconceptions";
import { shownBy, type Shown } from "./order";
import { QuestionTable } from "./question-table";
import { TakeAlong } from "./take";
import styles from "./analysis.module.css";

interface Address {
  params: Promise<{ class: string; quiz: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

// The title and the page ask for the same.
const analysed = cache(async (classId: string, quizId: string, of: "class" | "mine", assignment: string | null) => {
  const viewer = await requireViewer(`/classes/${classId}/quizzes/${quizId}`);
  return found(
    questionAnalysis(viewer, { classId, quizId, of, ...(assignment !== null && { assignmentId: assignment }) }),
  );
});

async function asked({ params, searchParams }: Address) {
  const [{ class: classId, quiz: quizId }, query] = await Promise.all([params, searchParams]);
  const shown = shownBy(`/classes/${classId}/quizzes/${quizId}`, query);
  return { shown, analysis: await analysed(classId, quizId, shown.of, shown.assignment) };
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { quiz, class: group } = (await asked(address)).analysis;
  return { title: `${quiz.title}, questions, ${group.name}` };
}

/** How the questions of a quiz worked: what is confused, the figures, the answers. */
export default async function QuestionAnalysisPage(address: Address) {
  const { shown, analysis } = await asked(address);
  const { class: group, quiz, attempts, learners, places, editions, of, assignments } = analysis;
  const one = assignments.find(({ here }) => here) ?? null;
  // Names of another class lead nowhere from this one.
  const classId = of === "class" ? group.id : null;
  const course = courses().includes(group.courseId) ? loadCourse(group.courseId) : null;
  const drawn = places.some(({ versions }) => versions.length > 1);

  return (
    <main id="main" tabIndex={-1} className={`page wide ${styles.page}`}>
      <ClassHead classId={group.id} name={group.name} here="questions" />
      <header className={styles.head}>
        <h2>{quiz.title}: question by question</h2>
        <p>
          {attempts} of {learners} {learners === 1 ? "learner has" : "learners have"} handed in
          {of === "mine" && analysis.classes > 1 && `, in ${analysis.classes} classes`}. {firstToSee(analysis)}
        </p>
        <nav aria-label="Whose attempts" className={styles.whose}>
          <a
            href={shown.address({ of: "class", assignment: null })}
            aria-current={of === "class" && !one ? "page" : undefined}
          >
            This class
          </a>
          {assignments.map(({ id, title, here }) => (
            <a key={id} href={shown.address({ of: "class", assignment: id })} aria-current={here ? "page" : undefined}>
              {title}
            </a>
          ))}
          <a href={shown.address({ of: "mine", assignment: null })} aria-current={of === "mine" ? "page" : undefined}>
            All my classes
          </a>
        </nav>
      </header>
      {attempts === 0 ? (
        <EmptyState title="Nobody has handed in this quiz yet.">
          <p>When the first have, each question stands here with its figures and what was answered.</p>
        </EmptyState>
      ) : (
        <>
          {course && (
            <section className={styles.section} aria-labelledby="confused">
              <h2 id="confused">What is confused</h2>
              <Confused
                found={misconceptions(places, course)}
                classId={classId}
                practice={classId === null ? null : (about) => practiceAddress(shown, classId, quiz.quizId, about)}
              />
            </section>
          )}
          <section className={styles.section} aria-labelledby="questions">
            <h2 id="questions">The questions</h2>
            {editions > 1 && (
              <p>
                The quiz was changed while it was taken: attempts at {editions} states of it stand here together. A
                question that an attempt was not asked counts nothing in its total.
              </p>
            )}
            <QuestionTable analysis={analysis} shown={shown} />
            <p className="meta">
              * Few attempts: open ‘In words’ for how far to trust it. Under each figure its 95 per cent confidence
              interval: Wilson or Student’s t for facility, Fisher’s z for discrimination and efficiency, Bonett for the
              spread, the infinitesimal jackknife for effective weights. Weights intended and random guesses are set,
              not estimated.{" "}
              {drawn && "A question that was drawn or changed is compared among those who were asked it. "}
              {whichAttempts(analysis)} Points given by hand are in; what lateness took, or what everybody was given, is
              not.
            </p>
          </section>
          <section className={styles.section} aria-labelledby="test">
            <h2 id="test">The test</h2>
            <Test analysis={analysis} />
          </section>
          <section className={styles.section} aria-labelledby="answers">
            <h2 id="answers">What was answered</h2>
            {places.map((place) => (
              <Answers key={place.number} place={place} classId={classId} />
            ))}
          </section>
          <TakeAlong analysis={analysis} />
        </>
      )}
    </main>
  );
}

/** The hardest question, if it is one that most points were missed at. */
function firstToSee({ places }: QuizAnalysis): string {
  const [hardest] = orderedByFigure(places, (place) => place.figures.facility.value, false);
  const facility = hardest?.figures.facility.value ?? null;
  if (!hardest || facility === null || facility >= 60 || places.length < 2) return "";
  return `Look at question ${hardest.number} first: ${figureText(facility, 0)} per cent of its points were earned.`;
}

/** Where a practice quiz is made of what is confused. */
function practiceAddress(shown: Shown, classId: string, quizId: string, about: string): string {
  const search = new URLSearchParams({ about, ...(shown.assignment !== null && { assignment: shown.assignment }) });
  return `/classes/${classId}/quizzes/${quizId}/practice?${search}`;
}

const byRule = { best: "the best", last: "the last", first: "the first", mean: "the best, for in its mean all count" };

/** Which attempt of each learner stands here. */
function whichAttempts({ assignments, attempts, earlier, of }: QuizAnalysis): string {
  const one = assignments.find(({ here }) => here);
  if (one) return `One attempt a learner at ‘${one.title}’: ${byRule[one.counts]}. What was voided is left out.`;
  if (earlier === attempts && attempts > 0)
    return "One attempt a learner, the best of their earlier attempts: it was set to nobody. Practice is left out.";
  const counted = "One attempt a learner, the one that counts in its assignment; of a mean, where all count, the best.";
  const twice = assignments.length > 1 ? " Of several assignments the later one." : "";
  const others =
    earlier > 0
      ? ` ${earlier} of them are earlier attempts, the best of each learner, in ${of === "mine" ? "classes" : "a class"} that it was not set to.`
      : "";
  return `${counted}${twice}${others} Practice and what was voided is left out.`;
}

function Test({ analysis: { test, totals, max } }: { analysis: QuizAnalysis }) {
  const names = Object.keys(testForms) as (keyof typeof testForms)[];
  return (
    <>
      <figure className={styles.totals}>
        <Totals totals={totals} max={max} />
        <figcaption className="meta">
          Scores in tenths of the {figureText(max, Number.isInteger(max) ? 0 : 2)} points
        </figcaption>
      </figure>
      <div className="tablebox" tabIndex={0} role="region" aria-label="Figures of the test">
        <table className={`table ${styles.test}`}>
          <caption className="vh">Figures of the test</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Value</th>
              <th scope="col">What it says</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => {
              const { title, short } = testForms[name];
              const { sentence, interval, warning, value } = test[name];
              return (
                <tr key={name}>
                  <th scope="row">
                    {title}
                    <small>{short}</small>
                  </th>
                  <FigureCell figure={{ ...test[name], sentence: "" }} form={testForms[name]} />
                  <td>
                    {sentence}{" "}
                    {interval && value !== null && (
                      <span className={styles.method}>Interval by {interval.method}. </span>
                    )}
                    {warning !== null && <span className={styles.warning}>{warning}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
