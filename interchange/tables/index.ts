export { csv } from "./csv";
export { attachment, fileName } from "./file-name";
export { guarded, looksLikeFormula, unguarded } from "./formula";
export { rounded, sheet, type Column, type Precision, type Table } from "./table";
export { xlsx } from "./xlsx";
export { wholeFile } from "./whole-file";
