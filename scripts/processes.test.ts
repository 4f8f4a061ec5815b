import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { isHeld, noteOfThisProcess, takeLock } from "./processes.mjs";

const folder = () => mkdtempSync(join(tmpdir(), "annals-lock-"));

describe("a lock", () => {
  it("is held by one, who is named to the other", async () => {
    const path = join(folder(), "lock");
    const first = await takeLock(path);
    expect(first).toHaveProperty("release");
    expect(await takeLock(path)).toMatchObject({ holder: { pid: process.pid } });
  });

  it("can be taken again when it was released, and leaves nothing behind", async () => {
    const place = folder();
    const first = await takeLock(join(place, "lock"));
    if ("release" in first) first.release();
    expect(readdirSync(place)).toEqual([]);
    expect(await takeLock(join(place, "lock"))).toHaveProperty("release");
  });

  it("ends with its process, however that ended", async () => {
    const path = join(folder(), "lock");
    const script = join(folder(), "hold.mjs");
    const module = pathToFileURL(join(import.meta.dirname, "processes.mjs")).href;
    writeFileSync(
      script,
      `import { takeLock } from "${module}"; await takeLock(process.argv[2]); process.send("held"); setInterval(() => {}, 1000);`,
    );
    const child = fork(script, [path]);
    await new Promise((held) => child.once("message", held));
    expect(await takeLock(path)).toMatchObject({ holder: { pid: child.pid } });
    child.kill("SIGKILL");
    await new Promise((gone) => child.once("exit", gone));
    expect(await takeLock(path)).toHaveProperty("release");
  });

  it("is not held by a later process that was given the same number", () => {
    const note = noteOfThisProcess();
    expect(isHeld(note)).toBe(true);
    expect(isHeld({ ...note, began: "long ago" })).toBe(false);
  });

  it("goes to one of many who find one left over", async () => {
    const path = join(folder(), "lock");
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, began: "long ago", mark: "stale" }));
    const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(path)));
    expect(results.filter((result) => "release" in result)).toHaveLength(1);
  });

  it("is taken over from a note that cannot be read", async () => {
    const path = join(folder(), "lock");
    writeFileSync(path, "half a no");
    expect(await takeLock(path)).toHaveProperty("release");
  });
});
