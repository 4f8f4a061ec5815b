"use client";

import { useEffect, useState } from "react";
import { TickMark } from "@/ui/marks";
import { Timeline } from "@/ui/timeline/timeline";
import type { TimelineRow } from "@/ui/timeline/timeline";
import { askMe } from "../me";
import type { CourseProgress } from "../me";
import styles from "./course-line.module.css";
import type { CourseLesson } from "./lessons";
import { lessonProgress, nextStep } from "./next-step";
import type { NextStep } from "./next-step";

/**
 * One sentence, one button, and the lessons on their line. The static page leaves `progress` out: everything is
 * there without it, and who is signed in sees the line inked when it arrives. `sentence` is what a visitor reads.
 */
export function CourseLine({
  lessons,
  origin,
  sentence,
  beyond,
  progress: known,
}: {
  lessons: CourseLesson[];
  origin: string;
  sentence: string;
  beyond: string;
  progress?: CourseProgress;
}) {
  const [asked, setAsked] = useState<CourseProgress | null>(null);
  useEffect(() => {
    if (!known) void askMe().then((me) => setAsked(me?.progress ?? null));
  }, [known]);
  const progress = known ?? asked;
  const next = nextStep(lessons, progress);

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
      <section aria-label="The lessons, by date">
        <Timeline
          rows={lessons.map((lesson) => row(lesson, progress, next))}
          origin={origin}
          beyond={beyond || undefined}
        />
      </section>
    </>
  );
}

function Sentence({ next }: { next: NextStep }) {
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

function row(lesson: CourseLesson, progress: CourseProgress | null, next: NextStep | null): TimelineRow {
  const { read, quiz, done } = progress
    ? lessonProgress(lesson, progress)
    : { read: false, quiz: undefined, done: false };
  const here = progress !== null && next?.lesson === lesson && next.kind !== "done";
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
              Quiz {points(quiz.best.points)} of {points(quiz.best.maxPoints)}
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

function points(number: number): string {
  return String(Math.round(number * 100) / 100);
}
