export * from "./people";
export * from "./quizzes";
