import type { LiveView } from "@/records";

/** What a browser that watches is sent: the whole view, or the rows of it that have changed. */
export interface LiveChange extends LiveView {
  /** Its rows are all that there are; else they take the place of those of before. */
  whole: boolean;
}

/** The rows that were sent, as text, by what they are about. */
export type Sent = Map<string, string>;

/** What has changed of a view since; notes it as sent. Somebody who came or went makes it whole. */
export function changesSince(sent: Sent, view: LiveView): LiveChange {
  const rows = new Map<string, string>();
  for (const each of view.learners) rows.set(each.personId, JSON.stringify(each));
  for (const each of view.questions) rows.set(each.place, JSON.stringify(each));
  const before = [...sent.keys()];
  const whole = before.length !== rows.size || [...rows.keys()].some((key, index) => key !== before[index]);
  const changed = (key: string) => whole || sent.get(key) !== rows.get(key);
  const learners = view.learners.filter(({ personId }) => changed(personId));
  const questions = view.questions.filter(({ place }) => changed(place));
  if (whole) sent.clear();
  for (const [key, row] of rows) sent.set(key, row);
  return { ...view, whole, learners, questions };
}

/** A view with what has changed of it. */
export function changed(view: LiveView, change: LiveChange): LiveView {
  if (change.whole) return change;
  const learners = new Map(change.learners.map((each) => [each.personId, each]));
  const questions = new Map(change.questions.map((each) => [each.place, each]));
  return {
    ...change,
    learners: view.learners.map((each) => learners.get(each.personId) ?? each),
    questions: view.questions.map((each) => questions.get(each.place) ?? each),
  };
}
