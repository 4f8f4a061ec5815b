import "server-only";

import pino, { type Logger } from "pino";

const holder = globalThis as typeof globalThis & { annalsLog?: Logger };

/** The log of this process: JSON on stdout. Names, answers, passwords and tokens are never handed to it. */
export function log(): Logger {
  return (holder.annalsLog ??= pino({
    base: undefined,
    level: process.env.LOG_LEVEL ?? "info",
    redact: {
      paths: ["password", "token", "fields", "displayName", "userName", "cookie", "*.password", "*.token", "*.fields"],
      remove: true,
    },
  }));
}

/**
 * What may be written down of an error: its kind, its code and where it arose. A message of the database's, or of a
 * library that was handed someone's words, may quote them, so only plain errors keep theirs, and only its first line.
 */
export function withoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const plain = ["Error", "TypeError", "RangeError"].includes(error.name) && !("code" in error);
  return {
    error: error.name,
    code: "code" in error && typeof error.code === "string" ? error.code : undefined,
    message: plain ? error.message.split("\n")[0]!.slice(0, 300) : undefined,
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
  };
}
