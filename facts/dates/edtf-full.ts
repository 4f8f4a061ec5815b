/**
 * The whole of EDTF (ISO 8601-2, Library of Congress), levels 0 to 2: read, bounded, said in words. Nothing of it is in
 * the player: what a learner writes is read by `readDate`, and what a fact is dated by `parseEdtf`, both of `.`.
 *
 * @example
 * const date = readEdtf("156X-12-25"); // null when the text is no EDTF
 * date?.level; // 2
 * edtfBounds(date!); // { earliest: { year: 1560, month: 12, day: 25 }, latest: { year: 1569, month: 12, day: 25 } }
 * formatEdtf(date!); // '25 December in the 1560s'
 * edtfQualifiers(readEdtf("2004-06~-11")!); // { uncertain: false, approximate: true, both: false }
 */
export { dayText, edtfBounds, type EdtfBounds, type EdtfLimit } from "./full/bounds";
export { readEdtf } from "./full/read";
export type {
  Edtf,
  EdtfDate,
  EdtfInterval,
  EdtfLevel,
  EdtfMember,
  EdtfPart,
  EdtfSet,
  EdtfTime,
  EdtfYear,
  Mark,
} from "./full/types";
export { edtfQualifiers } from "./full/qualifiers";
export { formatEdtf } from "./full/words";
