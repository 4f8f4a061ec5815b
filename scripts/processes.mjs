/** Which processes of this machine still live, and locks that end with the process that holds them. */
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** True when a process with this number exists, also when it is another user's. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  // A killed child that nobody has collected yet does nothing any more.
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

/** When a process began, as the machine tells it: with the number it names one process and no later one. */
export function beginningOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return (spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").trim();
  }
}

/** A note that names this process; `isHeld` tells whether its writer still lives. */
export const noteOfThisProcess = (more = {}) => ({ pid: process.pid, began: beginningOf(process.pid), ...more });

export const isHeld = (note) => note !== null && isAlive(note.pid) && beginningOf(note.pid) === note.began;

/** The note in a file; null when there is none that can be read. */
export function readNote(path) {
  try {
    const note = JSON.parse(readFileSync(path, "utf8"));
    return Number.isInteger(note?.pid) ? note : null;
  } catch (error) {
    if (error instanceof SyntaxError || error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Takes a lock that is a file: held as long as its process lives, so that nothing is left over after a crash.
 *
 * @returns {Promise<{ release: () => void, write: (more: object) => void } | { holder: { pid: number } }>}
 */
export async function takeLock(path) {
  for (;;) {
    const own = noteOfThisProcess({ mark: randomBytes(8).toString("hex") });
    if (create(path, own)) {
      // Another may have taken our fresh file for the stale one it saw; then it has put it back by now, or not.
      await sleep(20);
      if (readNote(path)?.mark === own.mark) return held(path, own);
      continue;
    }
    const holder = readNote(path);
    if (holder && isHeld(holder)) return { holder };
    // Left over: move it aside, and make sure that what was moved is what was seen.
    const aside = `${path}.${own.mark}`;
    try {
      renameSync(path, aside);
    } catch (error) {
      if (error.code === "ENOENT") continue;
      throw error;
    }
    if (readNote(aside)?.mark !== holder?.mark) tryLink(aside, path);
    rmSync(aside, { force: true });
  }
}

function held(path, own) {
  const isOurs = () => readNote(path)?.mark === own.mark;
  return {
    release: () => {
      if (isOurs()) rmSync(path, { force: true });
    },
    write: (more) => {
      if (isOurs()) replace(path, { ...own, ...more });
    },
  };
}

/** Whole or not at all: nobody reads half a note. */
function create(path, note) {
  const making = `${path}.${note.mark}`;
  writeFileSync(making, JSON.stringify(note));
  try {
    return tryLink(making, path);
  } finally {
    rmSync(making, { force: true });
  }
}

function replace(path, note) {
  const making = `${path}.${note.mark}`;
  writeFileSync(making, JSON.stringify(note));
  renameSync(making, path);
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
