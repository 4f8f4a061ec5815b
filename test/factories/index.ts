export * from "./assignments";
export * from "./attempts";
export * from "./people";
export * from "./quizzes";
