export * from "./attempt-clock";
export * from "./begin";
export * from "./lateness";
export * from "./problems";
export * from "./terms";
export * from "./wall-clock";
export * from "./zones";
