import "server-only";

/**
 * The only door to the database: what the school remembers and who may see it. Every verb takes a viewer first and
 * puts what that viewer may see into the query itself.
 */
export * from "./attempts";
export * from "./classes";
export * from "./errors";
export * from "./health";
export * from "./invitations";
export * from "./people";
export * from "./progress";
export * from "./publish";
export * from "./results";
export * from "./saving";
export * from "./schools";
export * from "./scores";
export * from "./sessions";
export * from "./sign-in";
export * from "./sign-up";
export * from "./submitting";
export type { Refused, Slip } from "./slip";
export * from "./viewer";
