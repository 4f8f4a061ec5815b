import "server-only";

/**
 * The only door to the database: what the school remembers and who may see it. Every verb takes a viewer first and
 * puts what that viewer may see into the query itself.
 */
export type {
  AssignmentChoices,
  AssignmentField,
  AssignmentLearner,
  AssignmentLine,
  AssignmentSaved,
  AssignmentSlip,
  AssignmentWanted,
  ClassAssignment,
  ClassAssignments,
  Moved,
} from "./assignments";
export {
  assignmentChoices,
  changeAssignment,
  classAssignment,
  classAssignments,
  createAssignment,
  removeAssignment,
} from "./assignments";
export * from "./attempts";
export * from "./checking";
export * from "./class-people";
export * from "./classes";
export * from "./errors";
export type { ExceptionField, ExceptionLine, ExceptionWanted } from "./exceptions";
export { removeException, setException, setTimeFactor } from "./exceptions";
export * from "./exporting";
export * from "./groups";
export * from "./health";
export * from "./importing";
export * from "./invitations";
export { handInOverdue } from "./overdue";
export * from "./own-assignments";
export * from "./people";
export * from "./printing";
export * from "./progress";
export * from "./publish";
export * from "./question-analysis";
export type {
  AttemptResult,
  AttemptSlip,
  HeldQuestion,
  HeldSlip,
  ResultAssignment,
  ResultQuestion,
  ResultTry,
} from "./results";
export { attemptResult, attemptSlip } from "./results";
export type { NotTaken, Save, Saved } from "./saving";
export { saveResponse } from "./saving";
export * from "./schools";
export * from "./scores";
export * from "./sessions";
export * from "./sign-in";
export * from "./sign-up";
export * from "./submitting";
export type { Feedback } from "./grade-item";
export type { ItemKey, Why } from "./item-key";
export type { AttemptRules, Band, Certainty, ChosenRules, ItemRules, MarkLine, QuizRules } from "./rules";
export { plainQuizRules, rulesFor } from "./rules";
export type { Refused, Slip } from "./slip";
export * from "./viewer";
