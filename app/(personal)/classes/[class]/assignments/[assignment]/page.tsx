import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { classAssignment, type ClassAssignment } from "@/records";
import { Confirm } from "@/ui/confirm";
import { Notice } from "@/ui/notice";
import { when } from "@/ui/when";
import { AssignmentForm } from "../../../../../assignment/assignment-form";
import { valuesOf } from "../../../../../assignment/wanted";
import { attemptsWords, lengthWords } from "../../../../../assignment/words";
import { ClassHead } from "../../class-head";
import { change, takeBack } from "../actions";
import { Exceptions } from "./exceptions";
import { Learners } from "./learners";

interface Address {
  params: Promise<{ class: string; assignment: string }>;
  searchParams: Promise<{
    saved?: string;
    all?: string | string[];
    moved?: string | string[];
    for?: string | string[];
  }>;
}

const assignmentOf = cache(async (classId: string, assignmentId: string) => {
  const viewer = await requireViewer(`/classes/${classId}/assignments/${assignmentId}`);
  return found(classAssignment(viewer, { classId, assignmentId }));
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { class: classId, assignment: id } = await params;
  const { assignment, choices } = await assignmentOf(classId, id);
  return { title: `${assignment.title}, ${choices.class.name}` };
}

/** An assignment: who has done it, who has other terms, and its rules to be changed. */
export default async function AssignmentPage({ params, searchParams }: Address) {
  const [{ class: classId, assignment: id }, query] = await Promise.all([params, searchParams]);
  const page = await assignmentOf(classId, id);
  const { assignment, choices, warnings } = page;
  const { class: group } = choices;
  const quizzes = choices.quizzes.some(({ quizId }) => quizId === assignment.quizId)
    ? choices.quizzes
    : // A quiz that the course no longer has stays that of its assignment.
      [
        { quizId: assignment.quizId, title: assignment.title, lessonId: "", scope: "lesson" as const },
        ...choices.quizzes,
      ];
  const notes: Record<string, string[]> = {};
  for (const { field, message } of [...warnings, ...movedNotes(query.moved)]) (notes[field] ??= []).push(message);

  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="assignments" />
      <header className="pagehead">
        <h2 style={{ fontSize: "var(--t-head)" }}>{assignment.title}</h2>
        <p className="ui">{rulesLine(assignment, group.timeZone)}</p>
        <p className="ui">
          <a href={`/classes/${group.id}/assignments/${assignment.id}/live`}>Watch live</a>
        </p>
        {query.saved && (
          <Notice>
            <p>
              It is saved.
              {Object.keys(notes).length > 0 && " What you should know of it stands beside its fields below."}
            </p>
          </Notice>
        )}
      </header>
      <Learners page={page} all={query.all === "1"} />
      <Exceptions page={page} chosen={String(query.for ?? "")} />
      <section className="section" aria-labelledby="rules">
        <h2 id="rules">Its rules</h2>
        <AssignmentForm
          action={change}
          choices={{ ...choices, quizzes }}
          counted={!assignment.practice}
          values={valuesOf(page)}
          notes={notes}
          hidden={{ class: group.id, assignment: assignment.id }}
          submit="Save the changes"
          asksPassword={assignment.asksPassword}
        />
      </section>
      <section className="section" aria-labelledby="back">
        <h2 id="back">Take it back</h2>
        <form action={takeBack}>
          <p className="ui" style={{ marginBlockEnd: "var(--s3)" }}>
            Your learners see it no more. What runs is handed in as it stands, and what was done stays on record.
          </p>
          <input type="hidden" name="assignment" value={assignment.id} />
          <Confirm label="Take it back" title={`Take ${assignment.title} back?`} yes="Take it back" className="btn">
            <p>What runs is handed in as it stands. What was done stays on record.</p>
          </Confirm>
        </form>
      </section>
    </main>
  );
}

/** The rules that one asks for first, in a line. */
function rulesLine({ rules, counts, practice }: ClassAssignment["assignment"], timeZone: string): string {
  const { opensAt, dueAt, closesAt, timeLimit, attempts } = rules;
  const dates = [
    ...(opensAt ? [`opens ${when(opensAt, timeZone)}`] : []),
    ...(dueAt ? [`due ${when(dueAt, timeZone)}`] : ["no due date"]),
    ...(closesAt ? [`closes ${when(closesAt, timeZone)}`] : []),
  ].join(", ");
  const limit = timeLimit === null ? "No time limit" : `${lengthWords(timeLimit)} an attempt`;
  const often = practice ? "To practise: it counts nowhere." : attemptsWords(attempts, counts);
  return `${dates[0]!.toUpperCase()}${dates.slice(1)}. ${limit}. ${often}`;
}

const shifts: Readonly<Record<string, string>> = {
  gap: "The clocks go forward over the time that you wrote, so it became the one that stands here.",
  fold: "The clocks go back over this time, so that it comes twice that night: the first is meant.",
};

/** 'dueAt.gap,closesAt.fold' as notes at their fields. */
function movedNotes(moved: string | string[] | undefined): { field: string; message: string }[] {
  return String(moved ?? "")
    .split(",")
    .flatMap((each) => {
      const [field = "", shift = ""] = each.split(".");
      const message = Object.hasOwn(shifts, shift) ? shifts[shift] : undefined;
      return message ? [{ field, message }] : [];
    });
}
