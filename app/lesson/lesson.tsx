import { Fragment } from "react";
import type { ReactNode } from "react";
import type { Block, CompiledCourse, CompiledLesson } from "@/content/compiled";
import { CheckBlock } from "./check";
import { Contents } from "./contents";
import { LessonEnd } from "./end";
import { Figure } from "./figure";
import { Imprint } from "./imprint";
import type { Cards } from "./inlines";
import styles from "./lesson.module.css";
import { Passage } from "./passage";
import { Rail } from "./rail";
import { Reading } from "./reading";
import { Resume } from "./resume";
import { LessonSources } from "./sources";
import { WrongBlock } from "./wrong";

/** What an author is told in the preview: above the lesson, before a block, and, at the number of blocks, after the last. */
export interface Remarks {
  top: ReactNode;
  at: (block: number) => ReactNode;
}

/** A whole lesson: its rail, its prose with notes and facts, its end. It reads without script. */
export function Lesson({
  course,
  lesson,
  remarks,
}: {
  course: CompiledCourse;
  lesson: CompiledLesson;
  remarks?: Remarks;
}) {
  const cards: Cards = {
    facts: new Map(lesson.cards.map((card) => [card.id, card])),
    terms: new Map(lesson.terms.map((term) => [term.id, term])),
  };
  const names = Object.fromEntries([...course.facts.territories.values()].map(({ id, name }) => [id, name]));
  return (
    <main id="main" tabIndex={-1} className="page">
      <article className={styles.lesson}>
        <Rail lesson={lesson} />
        <header className={styles.lead}>
          {remarks?.top}
          <p className={styles.course}>{course.title}</p>
          <p className={`${styles.labels} label`}>
            <span>
              Lesson {lesson.number} of {course.lessons.length}
            </span>
            <span>About {lesson.minutes} minutes</span>
            <span>Rests on {lesson.sourceIds.length} sources</span>
          </p>
          <h1>{lesson.title}</h1>
          <p className={styles.standfirst}>{lesson.standfirst}</p>
          <p className={styles.question}>
            <span className="label">The question</span> {lesson.question}
          </p>
          <Contents lesson={lesson} />
          <Resume lessons={[{ id: lesson.id, number: lesson.number }]} />
        </header>
        {lesson.blocks.map((block, index) => (
          <Fragment key={index}>
            <Remark says={remarks?.at(index)} />
            <LessonBlock id={`block-${index}`} block={block} course={course} cards={cards} names={names} />
          </Fragment>
        ))}
        <Remark says={remarks?.at(lesson.blocks.length)} />
        <LessonEnd course={course} lesson={lesson} />
        <LessonSources course={course} lesson={lesson} />
        <Imprint course={course} lesson={lesson} />
      </article>
      <Reading lessonId={lesson.id} />
    </main>
  );
}

function Remark({ says }: { says: ReactNode }) {
  return says ? <div className={styles.row}>{says}</div> : null;
}

function LessonBlock({
  id,
  block,
  course,
  cards,
  names,
}: {
  id: string;
  block: Block;
  course: CompiledCourse;
  cards: Cards;
  names: Readonly<Record<string, string>>;
}) {
  switch (block.type) {
    case "heading":
      return (
        <h2 className={styles.heading} id={block.id} data-heading>
          {block.text}
        </h2>
      );
    case "passage":
      return <Passage passage={block} cards={cards} />;
    case "wrong":
      return <WrongBlock id={id} block={block} cards={cards} />;
    case "check":
      return <CheckBlock id={id} block={block} cards={cards} />;
    case "figure": {
      const figure = course.figures.find((each) => each.id === block.figureId);
      return figure && <Figure figure={figure} names={names} />;
    }
  }
}
