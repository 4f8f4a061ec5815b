import type { Block, CompiledCourse, CompiledLesson, FactCard } from "@/content/compiled";
import { LessonEnd } from "./end";
import { Figure } from "./figure";
import styles from "./lesson.module.css";
import { Passage } from "./passage";
import { Rail } from "./rail";
import { Reading } from "./reading";
import { LessonSources } from "./sources";
import { WrongBlock } from "./wrong";

/** A whole lesson: its rail, its prose with notes and facts, its end. It reads without script. */
export function Lesson({ course, lesson }: { course: CompiledCourse; lesson: CompiledLesson }) {
  const cards = new Map(lesson.cards.map((card) => [card.id, card]));
  const names = Object.fromEntries([...course.facts.territories.values()].map(({ id, name }) => [id, name]));
  return (
    <main id="main" tabIndex={-1} className="page">
      <article className={styles.lesson}>
        <Rail lesson={lesson} />
        <header className={styles.lead}>
          <p className={`${styles.labels} label`}>
            <span>
              Lesson {lesson.number} of {course.lessons.length}
            </span>
            <span>About {lesson.minutes} minutes</span>
            <span>Rests on {lesson.sourceIds.length} sources</span>
          </p>
          <h1>{lesson.title}</h1>
          <p className={styles.standfirst}>{lesson.standfirst}</p>
        </header>
        {lesson.blocks.map((block, index) => (
          <LessonBlock key={index} id={`block-${index}`} block={block} course={course} cards={cards} names={names} />
        ))}
        <LessonEnd course={course} lesson={lesson} />
        <LessonSources course={course} lesson={lesson} />
      </article>
      <Reading />
    </main>
  );
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
  cards: ReadonlyMap<string, FactCard>;
  names: Readonly<Record<string, string>>;
}) {
  switch (block.type) {
    case "heading":
      return (
        <h2 className={styles.heading} id={block.id}>
          {block.text}
        </h2>
      );
    case "passage":
      return <Passage passage={block} cards={cards} />;
    case "wrong":
      return <WrongBlock id={id} block={block} cards={cards} />;
    case "figure": {
      const figure = course.figures.find((each) => each.id === block.figureId);
      return figure && <Figure figure={figure} names={names} />;
    }
  }
}
