// Apart from schema.ts, so that the browser gets these numbers without the schema's library.

/** Rows for typed names: as many for every question that does not say how many there are, so that they tell nothing. */
export const ROWS = 8;
/** More rows than any form grows to. */
export const MOST_ROWS = 40;
/** Characters of one row. */
export const LONGEST_NAME = 200;
