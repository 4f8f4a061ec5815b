import { randomInt } from "node:crypto";

import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

const shortest = 8;
/** Longer than anybody types; hashing a megabyte would only help who wants the server busy. */
const longest = 200;

/** The hash to keep. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Hashes to keep for many, in their order; a few at a time, so that whoever signs in meanwhile does not wait for all. */
export async function hashPasswords(passwords: readonly string[]): Promise<string[]> {
  const hashes: string[] = [];
  for (let index = 0; index < passwords.length; index += 2)
    hashes.push(...(await Promise.all(passwords.slice(index, index + 2).map(hashPassword))));
  return hashes;
}

// A hash that no password has, made once a process: who signs in under a name that does not exist waits as long as
// who mistypes a password.
let nobodys: Promise<string> | undefined;

/** True when the password is the one that was hashed. With no hash it takes as long and is false. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  if (password.length > longest * 4) return false;
  nobodys ??= hashPassword(randomPassword(24));
  const right = await verify(passwordHash ?? (await nobodys), password.normalize("NFKC"));
  return right && passwordHash !== null;
}

/**
 * What is wrong with a password that somebody wants to use, as a sentence to them; null when it will do. Length and
 * how soon it would be guessed count; which characters it holds does not.
 * `about`: words that a guesser would try first, such as the person's own names.
 */
export async function passwordFault(password: string, about: readonly string[]): Promise<string | null> {
  const length = [...password].length;
  if (length === 0) return "Choose a password.";
  if (length < shortest) return `Use at least ${shortest} characters; a few words in a row are easy to remember.`;
  if (length > longest) return `Use at most ${longest} characters.`;
  // PostgreSQL never sees it, yet a password that cannot be typed again locks its owner out.
  if (/[\p{Cc}\p{Surrogate}]/u.test(password)) return "Leave out characters that cannot be typed.";
  const check = await guesser();
  // 0 and 1 of 4: fewer than a million guesses.
  if (check(password.slice(0, 100), [...about, "annals"]) < 2)
    return "This is one of the first that anyone would guess. Add a word or two that have nothing to do with it.";
  return null;
}

type Check = (password: string, about: string[]) => number;
const holder = globalThis as typeof globalThis & { annalsGuesser?: Promise<Check> };

/** The list of common passwords takes some megabytes: it is read when the first password is chosen. */
function guesser(): Promise<Check> {
  holder.annalsGuesser ??= (async () => {
    const [{ ZxcvbnFactory }, common] = await Promise.all([
      import("@zxcvbn-ts/core"),
      import("@zxcvbn-ts/language-common"),
    ]);
    const zxcvbn = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
    return (password, about) => zxcvbn.check(password, about.filter(Boolean)).score;
  })();
  return holder.annalsGuesser;
}

// No letter or digit that is taken for another when copied from a board.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to hand to someone on paper: three groups of four, 59 bits. */
export function temporaryPassword(): string {
  return [0, 1, 2].map(() => randomPassword(4)).join("-");
}

function randomPassword(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
