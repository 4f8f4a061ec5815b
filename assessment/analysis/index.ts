export {
  analyse,
  type Analysis,
  type Measure,
  type QuestionAnalysis,
  type QuestionPoints,
  type TestAnalysis,
} from "./analysis";
export { intervalsOf, type Intervals } from "./each-interval";
export * from "./figures";
export * from "./intervals";
export * from "./say";
export * from "./worth-a-look";
