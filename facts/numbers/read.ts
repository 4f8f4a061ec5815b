import { cleanNumber } from "./clean";
import { takeApart, type Decimal } from "./digits";
import { isAnd, isBetween, isBound, isHedge, isOpener, scaleOf, smallNumber, tens, VULGAR } from "./words";

/** More than any number needs; what is longer is not looked at. */
export const LONGEST_NUMBER = 200;

export interface NumberStyle {
  /** Which sign parts decimals where the text leaves it open: '1,234'. Default: the point. */
  decimal?: Decimal;
  /** Names of units, as `foldUnit` leaves them: what is one is no scale word ('m' is a metre, then, not a million). */
  units?: readonly string[];
}

/** A numeral as it was written, separators left out: what other systems call the parts of a number. */
export interface Written {
  /** Digits before the decimal sign, with the sign that was written: '-1000', '+1', ''. */
  whole: string;
  decimals: string;
  /** '+2', '-8', ''. */
  exponent: string;
}

export type NumberReading =
  | { state: "blank" }
  | {
      state: "read";
      /** Both ends are one for a number that is no span. */
      low: number;
      high: number;
      /** 'About', '~', 'c.'. */
      about: boolean;
      /** What stands beside the number, before and after it, as written: '£', 'people'; never 'million'. */
      unit: string;
      /** How what could be read in two ways was read; a sentence each. */
      notes: string[];
      written: Written;
    }
  | { state: "unreadable"; why: string };

/** Signs that a unit or a word beside a number may hold. */
const BESIDE = /^[\p{L}\p{M}\p{Sc}\s%‰°/.²³·()^'"’“”„«»,:;!?*&-]*$/u;

const TOKEN =
  /(\d+(?:[.,' _]\d+)*[.,]?(?!\d)|[.,]\d+)|(\p{L}[\p{L}\p{M}]*)\.?|([-–—‒―])|([+~≈±])|([½¼¾⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞])|( +)|([^])/uy;
const EXPONENT = /(?:[eE]| ?[xX×хХ*·⋅] ?10 ?(?:\^|\*\*) ?)([+-]?)(\d{1,6})/y;
const POWER = /(?:\^|\*\*)([+-]?)(\d{1,6})/y;

/**
 * Reads a number as people write it: '1,234,567', '1 234 567', '1.234.567', "1'234'567", '8.7m', '8,7 млн', '3×10^8',
 * '٢٧', 'twenty-seven million', 'about 27 million', '26–27 million', '£1,234.56', '314 cm'. Never throws, and takes
 * time in proportion to the text.
 */
export function readNumber(text: string, style: NumberStyle = {}): NumberReading {
  if (text.length > LONGEST_NUMBER) return unreadable("It is longer than any number.");
  const clean = cleanNumber(text);
  if (clean === "") return { state: "blank" };
  return new Reader(clean, style).read();
}

/** How the name of a unit is compared: without case, spaces, dots and brackets. */
export function foldUnit(unit: string): string {
  return unit
    .normalize("NFC")
    .toLowerCase()
    .replace(/²/g, "2")
    .replace(/³/g, "3")
    .replace(/[\s.,:;!?()^'"]/g, "");
}

interface Amount {
  value: number;
  /** Without the scale words. */
  bare: number;
  scale: number;
  written: Written;
  grouped: boolean;
}

interface Token {
  kind: "number" | "word" | "dash" | "sign" | "vulgar" | "space" | "other";
  text: string;
  /** Of a word: in small letters, without a dot. */
  word: string;
  start: number;
  end: number;
}

class Reader {
  private readonly tokens: Token[] = [];
  private readonly notes: string[] = [];
  private readonly decimal: Decimal;
  private readonly units: readonly string[];
  private at = 0;
  private about = false;
  private opened = false;
  private currency = "";
  private why = "";

  constructor(
    private readonly text: string,
    style: NumberStyle,
  ) {
    this.decimal = style.decimal ?? ".";
    this.units = style.units ?? [];
    if (/[٫٬]/.test(text)) {
      // The Arabic signs are never the other: thousands can be left out, and the point is a decimal one.
      this.decimal = ".";
      this.text = text.replace(/٬/g, "").replace(/٫/g, ".");
    }
    this.tokenise();
  }

  read(): NumberReading {
    const before = this.before();
    // 'Several million', 'a couple of million': the word before says how many, and is none that we know.
    const opening = this.peek()?.word ?? "";
    if (scaleOf(opening) !== undefined && /\p{L}/u.test(before)) return unreadable("It does not say how many.");
    if (this.beginsWithExponent()) return unreadable("No number stands before its exponent.");
    const first = this.amount();
    if (!first) return unreadable(this.why || "There is no number in it.");
    const second = this.secondEnd();
    if (this.why) return unreadable(this.why);
    const after = this.rest();
    const unit = trimmed(`${before}${this.currency} ${after}`);
    const known = this.units.includes(foldUnit(unit));
    // 'km2' holds a digit of its own.
    if (!known && /\p{N}/u.test(unit.replace(/(\p{L})[23²³](?![\p{L}\p{N}])/gu, "$1")))
      return unreadable("There is more than one number in it: write the one.");
    if (!known && !BESIDE.test(unit)) return unreadable("There are signs in it that belong to no number.");
    // '26–27 million': the scale stands once for both.
    const shared = second && first.scale === 0 && second.scale > 0 && Math.abs(first.bare) <= Math.abs(second.bare);
    const one = shared ? scaled(first.written, second.scale) : first.value;
    const other = second ? second.value : one;
    if (vanished(first, one) || (second && vanished(second, other)))
      return unreadable("It is smaller than any number that can be marked.");
    if (!Number.isFinite(one) || !Number.isFinite(other))
      return unreadable("It is larger than any number that can be marked.");
    return {
      state: "read",
      low: Math.min(one, other) + 0,
      high: Math.max(one, other) + 0,
      about: this.about,
      unit,
      notes: this.notes,
      written: first.written,
    };
  }

  /** '.e8', 'e8': not 8. */
  private beginsWithExponent(): boolean {
    const [sign, numeral] = [this.tokens[this.at - 1], this.tokens[this.at]];
    const follows = numeral?.kind === "number" || numeral?.kind === "dash" || numeral?.text === "+";
    return sign?.word === "e" && follows && numeral?.start === sign.end && !this.isUnit(sign);
  }

  private tokenise(): void {
    const kinds = ["number", "word", "dash", "sign", "vulgar", "space", "other"] as const;
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(this.text); match; match = TOKEN.exec(this.text)) {
      const group = match.findIndex((part, i) => i > 0 && part !== undefined);
      const word = group === 2 ? match[2]!.toLowerCase() : "";
      this.tokens.push({
        kind: kinds[group - 1]!,
        text: match[0],
        word,
        start: match.index,
        end: TOKEN.lastIndex,
      });
      if (TOKEN.lastIndex >= this.text.length) return;
    }
  }

  /** The next token that is no space. */
  private peek(ahead = 0): Token | undefined {
    let i = this.at;
    for (let seen = 0; i < this.tokens.length; i++) {
      if (this.tokens[i]!.kind === "space") continue;
      if (seen === ahead) return this.tokens[i];
      seen++;
    }
    return undefined;
  }

  private next(): Token | undefined {
    while (this.tokens[this.at]?.kind === "space") this.at++;
    return this.tokens[this.at++];
  }

  /** Whatever stands before the number: hedges are taken in, the rest is the unit's ('£', 'USD'). */
  private before(): string {
    let kept = "";
    const bounds: string[] = [];
    for (let token = this.peek(); token; token = this.peek()) {
      if (token.kind === "number" || token.kind === "vulgar" || this.opensWords(token)) break;
      if (token.text === "+" || token.kind === "dash") break;
      this.next();
      if (token.kind === "sign") this.about = true;
      else if (token.kind !== "word" || this.isUnit(token)) kept += ` ${token.text}`;
      else if (isHedge(token.word)) this.about = true;
      else if (isOpener(token.word)) this.opened = true;
      else if (isBound(token.word) || (bounds.length > 0 && isBetween(token.word))) bounds.push(token.text);
      else kept += ` ${token.text}`;
    }
    if (bounds.length > 0) this.notes.push(`‘${bounds.join(" ")}’ was passed over: the number itself is marked.`);
    return kept;
  }

  /** 'seven', 'twenty'; 'a' and 'half' when a scale follows: 'a million', 'half a million'. */
  private opensWords(token: Token): boolean {
    if (token.kind !== "word" || this.isUnit(token)) return false;
    if (smallNumber(token.word) !== undefined || tens(token.word) !== undefined) return true;
    if (token.word === "half") return true;
    if (token.word !== "a" && token.word !== "an")
      return scaleOf(token.word) !== undefined && /^.{4,}[^s]$/.test(token.word);
    const following = this.peek(1);
    return following?.kind === "word" && (scaleOf(following.word) !== undefined || following.word === "half");
  }

  private amount(): Amount | null {
    const sign = this.sign();
    if (sign === null) return null;
    const amount = this.unsigned(sign);
    if (!amount) return null;
    // '1 million 200 thousand'
    for (let token = this.peek(); amount.scale > 2 && token?.kind === "number"; token = this.peek()) {
      const [at, notes] = [this.at, this.notes.length];
      const more = this.unsigned(sign);
      if (!more) return null;
      const belongs = (more.scale > 1 || more.grouped) && Math.abs(more.value) < 10 ** amount.scale;
      if (!belongs) {
        this.at = at;
        this.notes.length = notes;
        break;
      }
      amount.value += more.value;
      amount.scale = more.scale;
    }
    return amount;
  }

  private sign(): "" | "+" | "-" | null {
    const token = this.peek();
    if (token?.kind !== "dash" && token?.text !== "+") return "";
    this.next();
    const following = this.peek();
    // '−£5' is a sign before the currency's.
    if (following?.kind === "other" && /\p{Sc}/u.test(following.text)) return token.text === "+" ? "+" : "-";
    if (following?.kind === "number" || following?.kind === "vulgar" || (following && this.opensWords(following)))
      return token.text === "+" ? "+" : "-";
    this.why = "There is a sign in it that no number follows.";
    return null;
  }

  private unsigned(sign: string): Amount | null {
    const token = this.peek();
    if (token?.kind === "other" && /\p{Sc}/u.test(token.text)) {
      this.next();
      if (!this.currency) this.currency = ` ${token.text}`;
    }
    const numeral = this.peek()?.kind === "word" ? this.inWords() : this.inDigits();
    if (!numeral) return null;
    let scale = 0;
    for (let next = this.peek(); next?.kind === "word"; next = this.peek()) {
      // 'm/s' and 'm²' are no millions, whatever the units of the question are.
      const unit = this.isUnit(next) || /[/²³^]/.test(this.text[next.end] ?? "");
      const more = unit ? undefined : scaleOf(next.word);
      // 'Half a million', 'a quarter of a million'.
      const article = next.word === "a" && scaleOf(this.peek(1)?.word ?? "") !== undefined;
      if (more === undefined && !article) break;
      this.next();
      scale += more ?? 0;
    }
    const written = { ...numeral.written, whole: sign + numeral.written.whole };
    return { value: scaled(written, scale), bare: scaled(written, 0), scale, written, grouped: numeral.grouped };
  }

  private isUnit({ word, text }: Token): boolean {
    return this.units.length > 0 && (this.units.includes(word) || this.units.includes(foldUnit(text)));
  }

  private inDigits(): { written: Written; grouped: boolean } | null {
    const token = this.next();
    if (token?.kind === "vulgar") {
      return { written: { whole: "0", decimals: VULGAR[token.text] ?? "", exponent: "" }, grouped: false };
    }
    if (token?.kind !== "number") return null;
    const following = this.tokens[this.at];
    if (token.text === "0" && following?.kind === "word" && /^x[0-9a-f]*$/.test(following.word)) {
      this.why = "It is not written in ordinary digits.";
      return null;
    }
    const raised = this.exponentFollows(token.end);
    const single = raised && /^\d[.,]\d*$/.test(token.text);
    // '3.142e8' is never three thousand.
    const digits = single
      ? { whole: token.text[0]!, decimals: token.text.slice(2) }
      : takeApart(token.text, this.decimal);
    if (!digits) {
      this.why = "Its digits make no number: write it without separators.";
      return null;
    }
    if ("open" in digits && digits.open) {
      const { sign, as } = digits.open;
      const name = sign === "," ? "comma" : "point";
      this.notes.push(
        as === "thousands"
          ? `The ${name} in ‘${token.text}’ was read as parting thousands.`
          : `The ${name} in ‘${token.text}’ was read as a decimal ${name}.`,
      );
    }
    const vulgar = this.peek();
    if (vulgar?.kind === "vulgar" && digits.decimals === "") {
      this.next();
      return { written: { whole: digits.whole, decimals: VULGAR[vulgar.text] ?? "", exponent: "" }, grouped: false };
    }
    const { whole, decimals, exponent } = this.withExponent(token, digits);
    return { written: { whole, decimals, exponent }, grouped: digits.whole.length < token.text.length };
  }

  private exponentFollows(from: number): boolean {
    EXPONENT.lastIndex = from;
    return EXPONENT.test(this.text);
  }

  private withExponent(token: Token, { whole, decimals }: { whole: string; decimals: string }): Written {
    const power = this.match(POWER, token.end);
    if (power && whole === "10" && decimals === "") return { whole: "1", decimals: "", exponent: power };
    const exponent = power ? "" : this.match(EXPONENT, token.end);
    return { whole, decimals, exponent };
  }

  /** An exponent that stands there; the tokens it is made of are passed over. */
  private match(pattern: RegExp, from: number): string {
    pattern.lastIndex = from;
    const found = pattern.exec(this.text);
    if (!found) return "";
    const end = pattern.lastIndex;
    while ((this.tokens[this.at]?.start ?? Infinity) < end) this.at++;
    const cut = this.tokens[this.at - 1];
    // The numeral of the exponent may go on ('10^6,5'): then it is no exponent that we know.
    if (cut && cut.end > end && cut.kind === "number") this.why = "Its exponent is no whole number.";
    else if (cut && cut.end > end) this.tokens.splice(this.at, 0, rewritten(cut, this.text, end));
    return `${found[1]}${found[2]}`;
  }

  /** English up to the hundreds, and small numbers in German and Russian. */
  private inWords(): { written: Written; grouped: boolean } | null {
    let value = 0;
    let decimals = "";
    let any = false;
    for (let token = this.peek(); token; token = this.peek()) {
      if (
        any &&
        token.kind === "dash" &&
        this.peek(1)?.kind === "word" &&
        smallNumber(this.peek(1)!.word) !== undefined
      ) {
        this.next();
        continue;
      }
      if (token.kind !== "word") break;
      const following = this.peek(1);
      const small = smallNumber(token.word) ?? tens(token.word);
      if (small !== undefined) value += small;
      else if (token.word === "hundred" && any && value > 0 && value < 100) value *= 100;
      else if (token.word === "half" && !any) decimals = "5";
      else if (
        token.word === "and" &&
        any &&
        following?.kind === "word" &&
        (following.word === "a" || following.word === "half") &&
        (following.word === "half" || this.peek(2)?.word === "half")
      ) {
        while (this.peek()?.word !== "half") this.next();
        decimals = "5";
      } else if (
        token.word === "and" &&
        any &&
        value >= 100 &&
        following?.kind === "word" &&
        (smallNumber(following.word) ?? tens(following.word)) !== undefined
      ) {
        // 'one hundred and twenty'
      } else if ((token.word === "a" || token.word === "an") && !any) value = 1;
      else if (!any && scaleOf(token.word) !== undefined)
        return { written: { whole: "1", decimals: "", exponent: "" }, grouped: false };
      else break;
      this.next();
      any = true;
      if (decimals !== "") break;
    }
    return any ? { written: { whole: String(value), decimals, exponent: "" }, grouped: false } : null;
  }

  private secondEnd(): Amount | null {
    const token = this.peek();
    const word = token?.kind === "word" ? token.word : "";
    if (!token || !(token.kind === "dash" || isBetween(word) || (this.opened && isAnd(word)))) return null;
    const at = this.at;
    const [{ about }, notes] = [this, this.notes.length];
    this.next();
    while (isBetween(this.peek()?.word ?? "")) this.next();
    this.before();
    const end = this.peek() ? this.amount() : null;
    if (end) return end;
    // No number follows: the word belongs to the unit ('27 million up').
    this.at = at;
    this.about = about;
    this.notes.length = notes;
    this.why = "";
    return null;
  }

  private rest(): string {
    const from = this.tokens[this.at]?.start;
    return from === undefined ? "" : this.text.slice(from);
  }
}

/** Without the quotation marks, brackets and full stops around it. */
function trimmed(unit: string): string {
  return unit
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”„«».,:;!?()-]+/, "")
    .replace(/[\s"'“”„«».,:;!?(-]+$/, "")
    .replace(/^\)+|^[^(]*\)$/, (all) => all.replace(/\)/g, ""));
}

function rewritten(token: Token, text: string, start: number): Token {
  const rest = text.slice(start, token.end);
  return { ...token, start, text: rest, word: rest.replace(/\.$/, "").toLowerCase() };
}

/** Exact to the last digit, for the noughts are written out and not multiplied. */
function scaled({ whole, decimals, exponent }: Written, scale: number): number {
  const bare = whole.replace(/^[+-]/, "");
  const value = Number(
    `${bare === "" ? "0" : bare}.${decimals === "" ? "0" : decimals}e${Number(exponent || 0) + scale}`,
  );
  return whole.startsWith("-") ? -value : value;
}

/** A number that is not 0 and is too small to be told from it. */
function vanished({ written: { whole, decimals } }: Amount, value: number): boolean {
  return value === 0 && /[1-9]/.test(whole + decimals);
}

function unreadable(why: string): NumberReading {
  return { state: "unreadable", why };
}
