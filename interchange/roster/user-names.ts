import { foldedName } from "./names";

const LONGEST = 30;
const SHORTEST = 3;

// Letters that no accent can be taken from, and Cyrillic as passports have it.
const latin: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ŋ: "n" },
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m" },
  ...{ н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh" },
  ...{ щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia", ё: "e", і: "i", ї: "i", є: "ie", ґ: "g", ў: "u" },
};

/**
 * A user name for somebody whose list gives none: 'anna.kask' for Anna Kask, in letters that every keyboard has, with a
 * number after it when somebody has it already. `isTaken` is asked with the name in small letters.
 */
export function userNameFor(name: string, isTaken: (userName: string) => boolean): string {
  const base = baseOf(name);
  if ([...base].length >= SHORTEST && !isTaken(base)) return base;
  // 'Li' alone is too short to sign in with, and becomes li10.
  for (let number = [...base].length >= SHORTEST ? 2 : 10; ; number++)
    if (!isTaken(`${base}${number}`)) return `${base}${number}`;
}

function baseOf(name: string): string {
  const words = foldedName(name)
    .replace(/[а-яёіїєґў]/gu, (letter) => latin[letter] ?? "")
    .normalize("NFKD")
    .replace(/[ßæœøłđðþıŋ]/gu, (letter) => latin[letter]!)
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}'’-]+/u)
    .map((word) => word.replace(/['’]/g, "").replace(/^-+|-+$/g, ""))
    .filter(Boolean);
  // A patronymic is no family name.
  if (words.length === 3 && /(vich|vna|ichna)$/.test(words[2]!)) words.pop();
  const [first = "learner"] = words;
  const last = words.length > 1 ? words.at(-1)! : "";
  return [...(last ? `${first}.${last}` : first)].slice(0, LONGEST).join("");
}
