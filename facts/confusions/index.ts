/** Wrong answers as right answers to something else. Pure: from the fact base alone. */
export { confusionsOf, type Confusion } from "./confusions";
export type { Tells, Told } from "./told";
