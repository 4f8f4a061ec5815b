import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** What this process holds when all is collected that can be, in bytes. */
export async function heldMemory(): Promise<number> {
  globalThis.gc?.();
  // Pages are given back a little later.
  await sleep(50);
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

/** From now on the peak is measured anew. Only Linux can do that: elsewhere it stays that of the whole life. */
export function forgetPeak(): void {
  if (process.platform === "linux") writeFileSync("/proc/self/clear_refs", "5");
}

/** The most that this process has held since then, in bytes. */
export function peakMemory(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))!;
  return Number(kilobytes) * 1024;
}
