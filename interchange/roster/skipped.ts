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
  /^(student|learner|pupil|schüler(in)?|lernende[r]?|ученик|ученица|учащийся|учащаяся|õpilane|skolēn[se]|audzēknis)$/iu;
const teachers =
  /^(teacher|aide|proctor|professor|faculty|instructor|editingteacher|lehrer(in)?|lehrkraft|учитель|преподаватель|õpetaja|skolotāj[sa])$/iu;

/** Null for a learner, who may also be one of whom nothing is said. Who has several roles, one of them a teacher's, teaches. */
export function notALearner(role: string | undefined): SkippedWhy | null {
  const held = (role ?? "").split(/[,;|]/).flatMap((each) => each.trim() || []);
  if (held.some((each) => teachers.test(each))) return "teacher";
  return held.length === 0 || held.some((each) => learners.test(each)) ? null : "not a learner";
}
