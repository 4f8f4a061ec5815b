import type { Edtf } from "./types";

/** Which qualifiers it has anywhere: `?` uncertain, `~` approximate, `%` both at once. */
export function edtfQualifiers({ text }: Edtf): { uncertain: boolean; approximate: boolean; both: boolean } {
  return { uncertain: text.includes("?"), approximate: text.includes("~"), both: text.includes("%") };
}
