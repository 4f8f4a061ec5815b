/** This checkout: where it is, who uses it, and the lock under which its packages and its build are made. */
import { existsSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isHeld, noteOfThisProcess, readNote, takeLock } from "./processes.mjs";
import { Refusal, fileRefusal } from "./refusal.mjs";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOCK = join(ROOT, ".annals.lock");
const MODULES = join(ROOT, "node_modules");
const MARK = ".annals-running-";

/** Whether a module is the program that was started, and not one that it imports. */
export const isMain = (url) => Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Runs `work` while no other start prepares this checkout. */
export async function whilePreparing(work) {
  let lock;
  try {
    lock = await takeLock(LOCK);
  } catch (error) {
    throw fileRefusal(error, ROOT, "checkout") ?? error;
  }
  if (lock.holder) {
    throw new Refusal(
      `Another start (process ${lock.holder.pid}) is preparing this checkout: wait until it is done, then start again.`,
    );
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * Says that a school runs from this checkout with that build, for as long as this process lives: what it has loaded
 * half must not be replaced under it.
 */
export function markRunning(build) {
  const path = join(MODULES, `${MARK}${process.pid}`);
  try {
    writeFileSync(path, JSON.stringify(noteOfThisProcess({ build })));
  } catch {
    // A checkout that cannot be written cannot be rebuilt either.
    return () => {};
  }
  return () => rmSync(path, { force: true });
}

/** The schools that run from this checkout (from that build, when one is given). */
export function runningSchools(build) {
  if (!existsSync(MODULES)) return [];
  return readdirSync(MODULES)
    .filter((name) => name.startsWith(MARK))
    .flatMap((name) => {
      const note = readNote(join(MODULES, name));
      if (isHeld(note)) return !build || note.build === build ? [note] : [];
      rmSync(join(MODULES, name), { force: true });
      return [];
    });
}

/** Refuses to pull packages or a build away from under a running school. */
export function refuseUnderRunningSchool(what, build) {
  const [school] = runningSchools(build);
  if (!school) return;
  throw new Refusal(
    `A school runs from this checkout (process ${school.pid}) and ${what} changed since it began: stop it, then start again.`,
  );
}
