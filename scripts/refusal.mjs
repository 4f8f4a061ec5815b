/**
 * Something the person at the keyboard can mend: one clear sentence and a non-zero exit, no stack.
 * Anything else that is thrown is a fault of ours and keeps its stack.
 */
export class Refusal extends Error {
  name = "Refusal";
}

/**
 * Errors of the file system in words, for a path that must be written; null for any other error. A data folder can be
 * moved, a checkout cannot.
 */
export function fileRefusal(error, path, kind = "data") {
  const code = error?.code;
  const or = kind === "data" ? ", or set ANNALS_DATA to a folder elsewhere" : "";
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new Refusal(`The disk that holds ${path} is full: make room there${or}.`);
  }
  // Node says ENOENT, too, of a folder that cannot be made.
  if (["EROFS", "EACCES", "EPERM", "ENOENT"].includes(code)) {
    return new Refusal(`The folder ${path} cannot be written: give this user the right to write there${or}.`);
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new Refusal(`${path} is in the way: a folder is wanted there; move it${or}.`);
  }
  return null;
}

/** Prints a refusal as its sentence, anything else whole, and ends the process with 1. */
export function endWith(error) {
  process.stderr.write(error instanceof Refusal ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
  process.exit(1);
}
