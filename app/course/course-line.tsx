"use client";

import { useEffect, useMemo, useState } from "react";
import { TickMark } from "@/ui/marks";
import { Timeline, TimelineLegend } from "@/ui/timeline/timeline";
import type { TimelineRow } from "@/ui/timeline/timeline";
import { Resume } from "../lesson/resume";
import { askMe } from "../me";
import type { CourseProgress } from "../me";
import styles from "./course-line.module.css";
import type { CourseLesson, CourseOutline, CoursePart, LongQuiz } from "./lessons";
import { lessonProgress, nextStep, quizProgress } from "./next-step";
import type { NextStep } from "./next-step";

/**
 * One sentence, one button, and the lessons on their line: part by part, each with its quiz, and the final at the end.
 * The static page leaves `progress` out: everything is there without it, and who is signed in sees the line inked when
 * it arrives. `sentence` is what a visitor reads.
 */
export function CourseLine({
  outline,
  sentence,
  progress: known,
}: {
  outline: CourseOutline;
  sentence: string;
  progress?: CourseProgress;
}) {
  const [asked, setAsked] = useState<CourseProgress | null>(null);
  useEffect(() => {
    if (!known) void askMe().then((me) => setAsked(me?.progress ?? null));
  }, [known]);
  const progress = known ?? asked;
  const next = nextStep(outline, progress);
  const { parts, final, beyond } = outline;
  const lessons = useMemo(() => outline.parts.flatMap((part) => part.lessons), [outline]);
  const lastDrawn = parts.findLast(({ lessons }) => lessons.length > 0);

  return (
    <>
      {next && (
        <section className={styles.next} aria-label="What is next">
          <div className={styles.sentence}>
            {/* On the static page the visitor's sentence keeps its place when another one takes it. */}
            {!known && (
              <p aria-hidden={progress ? true : undefined} className={progress ? styles.gone : undefined}>
                {sentence}
              </p>
            )}
            {progress && (
              <p>
                <Sentence next={next} />
              </p>
            )}
          </div>
          <a className="btn go tall" href={next.href}>
            {next.button}
          </a>
        </section>
      )}
      <div className={styles.resume}>
        <Resume lessons={lessons} />
      </div>
      {parts.map((part, index) => (
        <Part key={part.id} part={part} number={index + 1} progress={progress} next={next}>
          {part.lessons.length > 0 && (
            <Timeline
              rows={part.lessons.map((lesson) => row(lesson, progress, next))}
              origin={part.origin}
              beyond={part === lastDrawn ? beyond || undefined : undefined}
              legend={false}
            />
          )}
        </Part>
      ))}
      {final && (
        <section className={styles.part} aria-labelledby="final">
          <h2 id="final">The end of the course</h2>
          <QuizRow quiz={final} progress={progress} here={next?.quizId === final.id} />
        </section>
      )}
      <div className={styles.part}>
        <TimelineLegend />
      </div>
    </>
  );
}

function Part({
  part: { id, title, lessons, toCome, quiz },
  number,
  progress,
  next,
  children,
}: {
  part: CoursePart;
  number: number;
  progress: CourseProgress | null;
  next: NextStep | null;
  children: React.ReactNode;
}) {
  // A course that is not divided has no use for a heading.
  const named = title ? { "aria-labelledby": `part-${id}` } : { "aria-label": "The lessons, by date" };
  return (
    <section className={title ? styles.part : undefined} {...named}>
      {title && (
        <h2 id={`part-${id}`}>
          <span className="label">Part {number}</span> {title}
        </h2>
      )}
      {children}
      {toCome > 0 && (
        <p className={styles.toCome}>
          {lessons.length === 0
            ? "Its lessons are"
            : toCome === 1
              ? "One more lesson is"
              : `${toCome} more lessons are`}{" "}
          being written.
        </p>
      )}
      {quiz && <QuizRow quiz={quiz} progress={progress} here={next?.quizId === quiz.id} />}
    </section>
  );
}

/** A quiz about several lessons, where it is taken. */
function QuizRow({ quiz, progress, here }: { quiz: LongQuiz; progress: CourseProgress | null; here: boolean }) {
  const { id, title, questions, points: max, first, last } = quiz;
  const { best, open } = (progress && quizProgress(id, progress)) ?? {};
  return (
    <div className={styles.quiz}>
      <p>
        <a href={`/quizzes/${id}`} aria-current={here && progress ? "step" : undefined}>
          Quiz: {title}
        </a>
      </p>
      <p className="ui">
        Lessons {first} to {last}, {questions} questions, {max} points
      </p>
      <p className="ui">
        {best ? (
          <span>
            <TickMark />
            {score(best)}
          </span>
        ) : open ? (
          "Begun"
        ) : null}
      </p>
    </div>
  );
}

function Sentence({ next }: { next: NextStep }) {
  if (next.about !== "lesson") return <LongQuizSentence next={next} />;
  const title = <i>{next.lesson.title}</i>;
  const number = next.lesson.number;
  switch (next.kind) {
    case "begin":
      return <>Begin with lesson 1, {title}. Its quiz follows when you have read it.</>;
    case "read":
      return (
        <>
          Next is lesson {number}, {title}.
        </>
      );
    case "quiz":
      return (
        <>
          You have read lesson {number}, {title}. Its quiz is next.
        </>
      );
    case "resume":
      return (
        <>
          You are in the middle of the quiz on lesson {number}, {title}. Your answers are kept.
        </>
      );
    case "done":
      return <>You have read every lesson that is here. The quiz on {title} has most left to win.</>;
  }
}

function LongQuizSentence({ next }: { next: Exclude<NextStep, { about: "lesson" }> }) {
  const { title, first, last } = next.quiz;
  const which = next.about === "course" ? "the final" : `the quiz on lessons ${first} to ${last}`;
  switch (next.kind) {
    case "resume":
      return (
        <>
          You are in the middle of {which}, <i>{title}</i>. Your answers are kept.
        </>
      );
    case "done":
      return (
        <>
          You have done all that is here. Of all quizzes {which}, <i>{title}</i>, has most left to win.
        </>
      );
    default:
      return next.about === "course" ? (
        <>You have done every lesson and every quiz. The final is next.</>
      ) : (
        <>
          You have done lessons {first} to {last}. A quiz on all of them is next: <i>{title}</i>.
        </>
      );
  }
}

function row(lesson: CourseLesson, progress: CourseProgress | null, next: NextStep | null): TimelineRow {
  const { read, quiz, done } = progress
    ? lessonProgress(lesson, progress)
    : { read: false, quiz: undefined, done: false };
  const here = progress !== null && next?.quizId === lesson.quizId && next.kind !== "done";
  return {
    ...lesson,
    href: `/lessons/${lesson.id}`,
    progress: done ? "done" : here ? "here" : "todo",
    state: (
      <>
        {here && !done ? (
          <span>
            <b>You are here</b>{" "}
          </span>
        ) : done ? (
          <span>
            <TickMark />
            Done{" "}
          </span>
        ) : (
          read && <span>Read </span>
        )}
        {quiz?.best ? (
          <span>
            <a className={styles.score} href={`/quizzes/${lesson.quizId}`}>
              Quiz {score(quiz.best)}
            </a>
          </span>
        ) : quiz?.open ? (
          <span>Quiz begun</span>
        ) : (
          <span>{lesson.minutes} minutes</span>
        )}
      </>
    ),
  };
}

/** As elsewhere (`scoreText`), without what static pages need not carry. */
function score(best: { points: number; maxPoints: number }): string {
  return best.maxPoints > 0 ? `${points(best.points)} of ${points(best.maxPoints)}` : "–, nothing counts in it";
}

function points(number: number): string {
  return String(Math.round(number * 100) / 100);
}
