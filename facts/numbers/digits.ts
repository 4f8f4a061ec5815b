/** Which sign parts the decimals where a text leaves it open: '1,234' is a thousand and more, or one and a bit. */
export type Decimal = "." | ",";

/** A numeral taken apart; digits only. */
export interface Digits {
  whole: string;
  decimals: string;
  /** Set when its one separator could be either sign: how it was taken. */
  open?: { sign: "." | ","; as: "thousands" | "decimal" };
}

/**
 * Takes apart digits with separators between them. Thousands stand in groups of three (or of two before the last, as
 * in India), parted by one and the same sign; what comes last and once is the decimal sign. Only a single comma or
 * point before exactly three digits is open, and goes by the convention. Null when the groups make no number.
 */
export function takeApart(token: string, decimal: Decimal): Digits | null {
  const groups = token.split(/[.,' _]/);
  if (groups.length === 1) return { whole: token, decimals: "" };
  const signs = token.replace(/\d/g, "");
  const last = signs.at(-1) ?? "";
  const others = signs.slice(0, -1);
  const end = groups.at(-1) ?? "";
  const before = groups.slice(0, -1);
  const mayBeDecimal = last === "." || last === ",";

  if (others === "") {
    const [whole = ""] = before;
    if (!mayBeDecimal) return grouped(groups) ? { whole: groups.join(""), decimals: "" } : null;
    if (end.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
      const sign = last as "." | ",";
      return sign === decimal
        ? { whole, decimals: end, open: { sign, as: "decimal" } }
        : { whole: whole + end, decimals: "", open: { sign, as: "thousands" } };
    }
    return whole === "" && end === "" ? null : { whole, decimals: end };
  }
  if (!allAlike(others)) return null;
  if (others[0] === last) return grouped(groups) ? { whole: groups.join(""), decimals: "" } : null;
  return mayBeDecimal && grouped(before) ? { whole: before.join(""), decimals: end } : null;
}

function allAlike(signs: string): boolean {
  for (const sign of signs) if (sign !== signs[0]) return false;
  return true;
}

function grouped(groups: readonly string[]): boolean {
  const [first = "", ...rest] = groups;
  if (first.length < 1 || first.length > 3 || rest.at(-1)?.length !== 3) return false;
  const middle = rest.slice(0, -1);
  return middle.every(({ length }) => length === 3) || (first.length < 3 && middle.every(({ length }) => length === 2));
}
