import type { Fact } from "@/facts/base";
import { parseEdtf } from "@/facts/dates";
import type { CompiledCourse } from "./compiled";
import { leastQuestions } from "./quizzes";
import { askedBy, mayBeAsked, taughtAt } from "./taught-and-asked";

/** Files to be written into a course's folder, by their path in it. What their author has to write says TODO. */
export type NewFiles = Record<string, string>;

interface Begin {
  id: string;
  span: { from: string; to: string };
  /** Two facts to show how facts are quoted and asked. */
  facts: readonly [Shown, Shown];
}

type Shown = Pick<Fact, "id" | "type" | "name" | "sources">;

/** A lesson and its quiz, for a course that is there. */
export function newLesson(id: string, course: CompiledCourse): NewFiles | undefined {
  const [first, second] = notTaughtYet(course);
  return first && second && lessonAndQuiz({ id, span: course.span, facts: [first, second] });
}

/** Facts with a day that could be taught and asked, those that nobody teaches before the others. */
function notTaughtYet({ facts, lessons, quizzes }: CompiledCourse): Fact[] {
  const taught = taughtAt(lessons);
  const asked = askedBy(quizzes);
  const dated = [...facts.facts.values()].filter(
    (fact) =>
      fact.date !== undefined &&
      (fact.type === "agreement" || fact.type === "event" || fact.type === "transfer") &&
      parseEdtf(fact.date)?.precision === "day" &&
      fact.background === undefined &&
      mayBeAsked(fact),
  );
  const isNew = ({ id }: Fact) => !taught.has(id) && !asked.has(id);
  return [...dated.filter(isNew), ...dated.filter((fact) => !isNew(fact))];
}

function lessonAndQuiz({ id, span, facts: [first, second] }: Begin): NewFiles {
  return {
    [`lessons/${id}.md`]: `---
id: ${id}
title: TODO What the lesson is called
shortTitle: TODO
standfirst: TODO One or two sentences under the title.
question: TODO What does the lesson ask?
summary: [TODO A short line for the course page., TODO And another.]
span: { from: ${quoted(span.from)}, to: ${quoted(span.to)} } # TODO when it begins and ends
quiz: ${id}
timeline: # TODO six to ten marks
  - { fact: ${first.id}, passage: first-passage, label: TODO In a few words }
  - { fact: ${second.id}, passage: second-passage, label: TODO In a few words }
learnt: [TODO One sentence., TODO Another., TODO A third.]
---

## TODO A heading

::::passage{#first-passage}
TODO One paragraph. :fact[${first.name}]{id=${first.id}} is quoted so, and its date so: :date[${first.id}].

:::source{ids="${first.sources[0]}"}
TODO What the reader finds there.
:::
::::

:::check{question="TODO What does the passage above answer?"}
TODO The answer, one short paragraph.
:::

:::passage{#second-passage}
TODO Another paragraph, about :fact[${second.name}]{id=${second.id}} on :date[${second.id}].
:::

:::wrong
TODO ‘What people believe.’ And what is true.
:::
`,
    [`quizzes/${id}.yaml`]: `id: ${id}
lesson: ${id}
title: TODO What the quiz is called
shortTitle: TODO
items:
  # The facts make the whole question: docs/author.md, "A question from a fact".
  - id: ${id}-first-date
    ask: ${first.type === "agreement" ? "signed-on" : "happened-on"}
    of: ${first.id}
    points: 2
    difficulty: 1

  # Or you write it: docs/author.md, "The kinds".
  - id: ${id}-second
    kind: single-choice
    points: 1
    skill: ideas
    difficulty: 2
    prompt: TODO What is asked?
    fact: ${second.id}
    passage: second-passage
    right: TODO A sentence that teaches whoever had it right.
    wrong: TODO A sentence that teaches whoever had it wrong.
    options:
      - { text: TODO What is right, right: true, feedback: TODO Why. }
      - { text: TODO What people take for it, feedback: TODO What it would have been right for. }
      - { text: TODO Something else, feedback: TODO What it would have been right for. }

  # ${leastQuestions - 2} more at least: dates, signatories, lands, people, places, numbers.
`,
  };
}

/** A whole course with its first lesson. */
export function newCourse(id: string): NewFiles {
  const lesson = `${id}-1`;
  const facts = ["first", "second"].map((which) => ({
    id: `${id}-${which}-event`,
    type: "event" as const,
    name: `The ${which} event`,
    sources: ["SOURCE1"],
  }));
  const span = { from: "1900", to: "1901" };
  return {
    "course.yaml": `id: ${id}
title: TODO What the course is called
subtitle: TODO From when to when
sentence: TODO What the course is, in one sentence.
span: { from: ${quoted(span.from)}, to: ${quoted(span.to)} } # TODO
lessons: [${lesson}]
`,
    "facts/sources.yaml": `- { id: SOURCE1, title: TODO A source, status: not opened } # read, read in part, or not opened
`,
    "facts/people.yaml": `[]
`,
    "facts/states.yaml": `[]
`,
    "facts/territories.yaml": `[]
`,
    "facts/events.yaml": facts
      .map(
        (fact, index) => `- id: ${fact.id}
  type: event # or agreement, transfer, statement, figure
  name: ${fact.name} # TODO
  statement: TODO What happened, in your own words.
  date: 190${index}-01-0${index + 1} # TODO
  sources: [SOURCE1]
  confidence: H # TODO H, M or L: docs/author.md, "A fact"
  revision: 1
`,
      )
      .join("\n"),
    ...lessonAndQuiz({ id: lesson, span, facts: facts as [Shown, Shown] }),
  };
}

/** A year alone would be a number. */
function quoted(date: string): string {
  return /^\d{4}$/.test(date) ? `"${date}"` : date;
}
