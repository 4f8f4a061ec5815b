/** Where the ten digits of other scripts begin. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * One way of writing for what differs only in its signs: digits of other scripts and full width, true minus, spaces of
 * every width, raised exponents ('10⁶' is '10^6'). Invisible marks are left out. A raised digit elsewhere stays.
 */
export function cleanNumber(text: string): string {
  return spans(/^[\x20-\x7e]*$/.test(text) ? text : plainSigns(text)).trim();
}

/** '27..30', '27 … 30': a span. */
function spans(text: string): string {
  return text.replace(/(\d) ?(?:\.{2,3}|…) ?(?=\d)/g, "$1–");
}

function plainSigns(text: string): string {
  return text
    .replace(/[^\x00-\x7f]/gu, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
      return sign;
    })
    .replace(/10([⁻⁺]?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, sign: string, raised: string) => {
      const digits = [...raised].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("");
      return `10^${sign === "⁻" ? "-" : ""}${digits}`;
    })
    .replace(/[\p{Cf}]/gu, "")
    .replace(/[−﹣－]/g, "-")
    .replace(/[＋﹢]/g, "+")
    .replace(/[．]/g, ".")
    .replace(/[，]/g, ",")
    .replace(/[’‘ʼ´`＇]/g, "'")
    .replace(/[％٪﹪]/g, "%")
    .replace(/\s/gu, " ");
}
