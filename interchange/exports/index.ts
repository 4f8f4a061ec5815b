/** What a class's gradebook, responses and analysis look like as files: tables of plain data, for any reader of them. */
export * from "./analysis";
export * from "./gradebook";
export { ownColumns, responsesSheets, responsesTable, type ResponseLine, type ResponseLines } from "./responses";
