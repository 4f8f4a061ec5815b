import type { Decimal } from "./digits";

const LARGEST_PLAIN = 21;
const SMALLEST_PLAIN = -7;

/**
 * A number as people read it: '27,000,000', '8.7', '−5', '6.02×10^23'. `readNumber` reads it back exactly. With a
 * decimal comma, thousands are parted by points: '27.000.000', '8,7'.
 */
export function formatNumber(value: number, decimal: Decimal = "."): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 ? "−" : "";
  if (Number.isSafeInteger(value)) return sign + parted(String(Math.abs(value)), decimal);
  const [digits, point] = decimalDigits(Math.abs(value));
  if (point > LARGEST_PLAIN || point < SMALLEST_PLAIN) {
    const rest = digits.slice(1);
    const power = point - 1;
    return `${sign}${digits[0]}${rest === "" ? "" : decimal + rest}×10^${power < 0 ? "−" : ""}${Math.abs(power)}`;
  }
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const decimals = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  return sign + parted(whole, decimal) + (decimals === "" ? "" : decimal + decimals);
}

/** Digits in groups of three from the end. */
function parted(digits: string, decimal: Decimal): string {
  const separator = decimal === "." ? "," : ".";
  let end = digits.length;
  let groups = "";
  for (; end > 3; end -= 3) groups = separator + digits.slice(end - 3, end) + groups;
  return digits.slice(0, end) + groups;
}

/** The shortest digits that are this number, and how many of them stand before the point. */
function decimalDigits(value: number): [digits: string, point: number] {
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  return [mantissa.replace(".", ""), Number(exponent) + 1];
}
