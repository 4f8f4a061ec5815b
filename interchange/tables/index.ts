export { csv } from "./csv";
export { guarded, looksLikeFormula, unguarded } from "./formula";
export { rounded, type Column, type Precision, type Table } from "./table";
export { xlsx } from "./xlsx";
export { wholeFile } from "./whole-file";
