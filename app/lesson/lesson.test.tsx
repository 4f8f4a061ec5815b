import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { compileCourse } from "@/content/compile";
import type { CompiledCourse, CompiledLesson } from "@/content/compiled";
import { courses } from "@/content/course";
import { GlossaryList } from "../glossary/glossary-list";
import { cardsOf } from "./inlines";
import { Lesson } from "./lesson";

// A whole course is compiled.
vi.setConfig({ testTimeout: 60_000 });

/** The style of the page tells so many cards of one block apart. */
const mostCards = 15;

const pages = (course: CompiledCourse) =>
  course.lessons.map((lesson) => [lesson, renderToStaticMarkup(<Lesson course={course} lesson={lesson} />)] as const);
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = ""]) => found);

describe.each(courses())("Every lesson of %s", (id) => {
  const course = compileCourse(`content/${id}`).course!;
  const rendered = pages(course);

  test("has each address once, and every link inside the page arrives", () => {
    for (const [lesson, html] of rendered) {
      const ids = all(html, / id="([^"]*)"/g);
      expect(new Set(ids).size, lesson.id).toBe(ids.length);
      for (const href of all(html, / href="#([^"]*)"/g)) expect(ids, lesson.id).toContain(href);
      for (const described of all(html, / aria-describedby="([^"]*)"/g)) expect(ids, lesson.id).toContain(described);
    }
  });

  test("leads from each raised number to its note and back", () => {
    for (const [lesson, html] of rendered) {
      const notes = numberedNotes(lesson);
      expect(notes, lesson.id).toEqual(notes.map((_, index) => index + 1));
      expect(all(html, /<a id="ref--(\d+)" href="#note--\d+" role="doc-noteref"/g).map(Number)).toEqual(notes);
      expect(all(html, /<div class="[^"]*" id="note--(\d+)"/g).map(Number)).toEqual(notes);
      for (const number of notes) expect(html).toContain(`href="#ref--${number}" role="doc-backlink"`);
    }
  });

  test("opens with its question, and folds the answers of its checks away", () => {
    for (const [lesson, html] of rendered) {
      expect(all(html, /The question<\/span> ([^<]*)<\/p>/g)).toEqual([escaped(lesson.question)]);
      const checks = lesson.blocks.filter((block) => block.type === "check");
      expect(all(html, /<details class="[^"]*check[^"]*"([^>]*)>/g)).toHaveLength(checks.length);
      for (const { question } of checks) expect(html).toContain(`${escaped(question)}</span></summary>`);
    }
  });

  test("lists its key terms before the quiz, each with its place in the glossary", () => {
    const glossary = renderToStaticMarkup(<GlossaryList course={course} />);
    for (const [lesson, html] of rendered) {
      for (const { id, meaning } of lesson.terms) {
        expect(html.indexOf(`href="/glossary#${id}"`)).toBeLessThan(html.indexOf(`href="/quizzes/${lesson.quizId}"`));
        expect(glossary).toContain(` id="${id}"`);
        expect(glossary).toContain(escaped(meaning));
      }
    }
  });

  test("has no more cards in one block than the style tells apart", () => {
    for (const block of course.lessons.flatMap((lesson) => lesson.blocks)) {
      if (block.type === "heading" || block.type === "figure") continue;
      const lines =
        block.type === "passage"
          ? [block.inlines, ...block.notes.flatMap((note) => note.paragraphs)]
          : block.paragraphs;
      const { factIds, termIds } = cardsOf("any", lines);
      expect(factIds.length + termIds.length).toBeLessThanOrEqual(mostCards);
    }
  });
});

function numberedNotes(lesson: CompiledLesson): number[] {
  return lesson.blocks.flatMap((block) =>
    block.type === "passage" ? block.notes.flatMap((note) => (note.type === "source" ? [note.number] : [])) : [],
  );
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[sign]!,
  );
}
