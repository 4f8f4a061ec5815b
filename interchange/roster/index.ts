export type { ColumnRead } from "./list";
export { foldedName, type NameRules } from "./names";
export type { ClassFound } from "./one-roster";
export { planImport, type ExistingPerson, type ImportPlan, type Match } from "./plan";
export type { Effect, Field, Problem } from "./problem";
export { MOST_LINES, readRoster, type FileRead, type GivenFile, type Roster, type RosterOptions } from "./read";
export { listKey, type RosterRow } from "./row";
export type { Skipped, SkippedWhy } from "./skipped";
export { userNameFor } from "./user-names";
