/** Numbers as people write them: reading and showing. Pure and free of libraries. */
export type { Decimal } from "./digits";
export { formatNumber } from "./format";
export { foldUnit, LONGEST_NUMBER, readNumber, type NumberReading, type NumberStyle, type Written } from "./read";
