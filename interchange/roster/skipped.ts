/** Somebody whom a list names rightly, and who is not added to the class as a learner. */
export interface Skipped {
  file: string;
  line: number;
  name: string;
  why: SkippedWhy;
}

/** 'inactive': the sender says that they have left; 'ended': their time in the class is over. */
export type SkippedWhy = "teacher" | "not a learner" | "inactive" | "ended";

const learners =
  /^(student|learner|pupil|schüler(in)?|lernende[r]?|ученик|ученица|учащийся|учащаяся|õpilane|skolēn[se]|audzēknis)?$/iu;
const teachers =
  /^(teacher|aide|proctor|professor|faculty|instructor|editingteacher|lehrer(in)?|lehrkraft|учитель|преподаватель|õpetaja|skolotāj[sa])$/iu;

/** Null for a learner, who may also be one of whom nothing is said. */
export function notALearner(role: string | undefined): SkippedWhy | null {
  const text = (role ?? "").trim();
  if (learners.test(text)) return null;
  return teachers.test(text) ? "teacher" : "not a learner";
}
