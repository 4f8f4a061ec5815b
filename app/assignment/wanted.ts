import type { ShowFrom, ShowRule } from "@/assessment/show-rules";
import type { AssignmentWanted, ClassAssignment } from "@/records";
import { text } from "../forms/form-state";

/** What a form of an assignment was sent with. What is no number is NaN, for the records to refuse at its field. */
export function wantedFrom(form: FormData, quizTitles: ReadonlyMap<string, string>): AssignmentWanted {
  const quizId = text(form, "quiz");
  const percent = (name: string, empty: number) => (numberIn(text(form, name)) ?? empty) / 100;
  const password = text(form, "password");
  const show = (name: string) => text(form, `show.${name}`) as ShowFrom;
  return {
    title: text(form, "title").trim() || (quizTitles.get(quizId) ?? ""),
    quizId,
    groupId: text(form, "group") || null,
    // Where there are no categories the form has no such field.
    categoryId: form.has("category") ? text(form, "category") || null : undefined,
    withLesson: text(form, "withLesson") === "on",
    ...{ opensAt: text(form, "opensAt"), dueAt: text(form, "dueAt"), closesAt: text(form, "closesAt") },
    timeLimit: numberIn(text(form, "timeLimit")),
    grace: numberIn(text(form, "grace")) ?? 0,
    late:
      text(form, "late") === "yes"
        ? {
            accept: true,
            deduction: percent("late.deduction", 0),
            per: text(form, "per") === "once" ? "once" : "day",
            atMost: percent("late.atMost", 100),
          }
        : { accept: false },
    attempts: numberIn(text(form, "attempts")),
    counts: text(form, "counts") as AssignmentWanted["counts"],
    show: {
      ...{ score: show("score"), correctness: show("correctness"), key: show("key"), feedback: show("feedback") },
      closedMeans: text(form, "closedMeans") as ShowRule["closedMeans"],
    },
    certainty: text(form, "certainty") === "" ? null : text(form, "certainty") === "yes",
    shuffle: text(form, "shuffle") === "on",
    onePage: text(form, "pages") === "one",
    password: text(form, "noPassword") === "on" ? null : password || undefined,
  };
}

/** A number as people write it, '7,5' too; null of nothing, NaN of what is none. */
export function numberIn(typed: string): number | null {
  const trimmed = typed.trim();
  return trimmed === "" ? null : Number(trimmed.replace(",", "."));
}

/** What stands in the fields of a new assignment. */
export const newValues: Readonly<Record<string, string>> = {
  ...{ late: "yes", "late.deduction": "0", per: "day", "late.atMost": "100", grace: "60", counts: "best" },
  pages: "each",
  ...{ "show.score": "after", "show.correctness": "closed", "show.key": "closed", "show.feedback": "closed" },
  closedMeans: "everyone",
};

/** What stands in the fields of one that is there. */
export function valuesOf({ assignment }: ClassAssignment): Record<string, string> {
  const { title, quizId, groupId, categoryId, withLesson, rules, local, counts, show, certainty } = assignment;
  const { shuffle, onePage } = assignment;
  const { late, timeLimit, grace, attempts } = rules;
  const percent = (share: number) => String(Math.round(share * 1e6) / 1e4);
  const { closedMeans, ...shows } = show;
  return {
    ...newValues,
    ...{
      title,
      quiz: quizId,
      group: groupId ?? "",
      category: categoryId ?? "",
      withLesson: withLesson ? "on" : "",
      ...local,
      counts,
      closedMeans,
    },
    late: late.accept ? "yes" : "no",
    ...(late.accept && {
      "late.deduction": percent(late.deduction),
      per: late.per,
      "late.atMost": percent(late.atMost),
    }),
    timeLimit: timeLimit === null ? "" : String(Math.round((timeLimit / 60) * 1e4) / 1e4),
    grace: String(grace),
    attempts: attempts === null ? "" : String(attempts),
    certainty: certainty === null ? "" : certainty ? "yes" : "no",
    shuffle: shuffle ? "on" : "",
    pages: onePage ? "one" : "each",
    ...Object.fromEntries(Object.entries(shows).map(([name, from]) => [`show.${name}`, from])),
  };
}
