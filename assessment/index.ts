export * from "./attempt-score";
export * from "./bands";
export * from "./class-summary";
export * from "./counting";
export * from "./item-mark";
export * from "./ordered-rows";
