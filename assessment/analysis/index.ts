export * from "./analysis";
export * from "./intervals";
export * from "./say";
