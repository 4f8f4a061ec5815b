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
export type { AppealAt, Appealed, AppealLine, AppealState } from "./appeals";
export { appeal, classAppeals, declineAppeal, withdrawAppeal } from "./appeals";
export type { AnswerGiven, AnswersGiven, AskedQuestion } from "./asked-questions";
export { answersGiven, askedQuestions } from "./asked-questions";
export type { AttemptMarks, ChangeWords, MarkChange, QuestionMarks } from "./attempt-marks";
export { attemptMarks } from "./attempt-marks";
export * from "./attempts";
export type { ChangeAudit, ChangedScore, ChangeLine } from "./change-log";
export { change, changesHead, changesOf, schoolChanges } from "./change-log";
export * from "./checking";
export * from "./class-people";
export * from "./classes";
export * from "./class-quizzes";
export * from "./errors";
export * from "./attempt-decisions";
export type { DecisionLine, MarkChangeLine } from "./decision-lines";
export type { Decided, DecisionField, DecisionKind, DecisionWanted, Undone } from "./decisions";
export { decide, undoDecision } from "./decisions";
export * from "./learner-cell";
export type { ScoreLine, ScoreSheet, SheetAttempt } from "./score-sheets";
export { learnerScores, myScores } from "./score-sheets";
export type { ExceptionField, ExceptionLine, ExceptionWanted } from "./exceptions";
export { removeException, setException, setTimeFactor } from "./exceptions";
export * from "./export-choices";
export * from "./exporting";
export * from "./gradebook";
export type {
  CategoryWanted,
  ClassGradebookSettings,
  PlaceWanted,
  SettingsCategory,
  SettingsSaved,
  TotalsWanted,
} from "./gradebook-settings";
export { gradebookSettings, placeAssignments, setCategories, setTotals } from "./gradebook-settings";
export * from "./groups";
export * from "./health";
export * from "./importing";
export * from "./invitations";
export type { LiveLearner, LiveQuestion, LiveView } from "./live";
export { liveView } from "./live";
export * from "./live-decisions";
export type { Watcher } from "./live-watching";
export { sharedLiveView, watchAssignment } from "./live-watching";
export { handInOverdue } from "./overdue";
export * from "./own-assignments";
export type {
  ChangeField,
  ChangeMade,
  ChangePreview,
  ChangeSaid,
  ChangeScope,
  ChangeUndone,
  ChangeWanted,
  ChangeWhat,
  PreviewLine,
} from "./marking-changes";
export { makeChange, previewChange, undoChange } from "./marking-changes";
export * from "./people";
export type { Confused, PracticeGiven, PracticePreview, PracticeWanted } from "./practice-papers";
export { alreadyGiven, givePractice, practicePreview, tooFew } from "./practice-papers";
export * from "./printing";
export * from "./progress";
export type { Proposal } from "./proposals";
export { passProposal, proposals, schoolProposals } from "./proposals";
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
