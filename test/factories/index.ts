export * from "./assignments";
export * from "./people";
export * from "./quizzes";
