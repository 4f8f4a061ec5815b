export * from "./attempt-score";
export * from "./class-summary";
export * from "./ordered-rows";
