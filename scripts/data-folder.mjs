/** The data folder: the embedded database, the secrets, and what the installation must remember between starts. */
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "./checkout.mjs";
import { fileRefusal } from "./refusal.mjs";

/** `.annals` in the checkout, or where ANNALS_DATA says. */
export const dataFolder = () => resolve(ROOT, process.env.ANNALS_DATA || ".annals");

/** Makes the folder and sees that it can be written. */
export function openDataFolder(folder = dataFolder()) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const probe = join(folder, `.probe-${process.pid}-${randomBytes(4).toString("hex")}`);
    // A full disk still makes empty files.
    writeFileSync(probe, "x".repeat(64 * 1024));
    rmSync(probe);
    return folder;
  } catch (error) {
    throw fileRefusal(error, folder) ?? error;
  }
}

/**
 * What sessions are signed with: from the environment, or made at the first start and kept with the data. Whoever knows
 * it can sign in as anybody.
 */
export function sessionSecret(folder) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const path = join(folder, "session.secret");
  try {
    if (!existsSync(path)) {
      const making = `${path}.${process.pid}`;
      writeFileSync(making, randomBytes(32).toString("base64url"), { mode: 0o600 });
      try {
        linkSync(making, path);
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      } finally {
        rmSync(making, { force: true });
      }
    }
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw fileRefusal(error, path) ?? error;
  }
}

/** A note of ours in the data folder; null when it is not there. */
export function recall(folder, name) {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** Keeps a note, readable for this user alone; null forgets it. */
export function remember(folder, name, note) {
  const path = join(folder, name);
  try {
    if (note === null) return rmSync(path, { force: true });
    writeFileSync(`${path}.new`, JSON.stringify(note, null, 2), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw fileRefusal(error, path) ?? error;
  }
}
