/**
 * A process that does one thing one way, each time when it is told to, in one school after the other, and tells how long it
 * took and what memory it has needed at most: started by ask.ts.
 */
import { doing, type How } from "./doing";
import type { BenchSchool } from "./seed";

export interface Order {
  school: BenchSchool;
  /** The name of a view. */
  view: string;
  how: How;
}

export interface Told {
  milliseconds: number;
  /** The most memory that this process has held until now, in bytes. */
  peak: number;
}

const told = (milliseconds: number): Told => ({ milliseconds, peak: process.resourceUsage().maxRSS * 1024 });

let task: Awaited<ReturnType<typeof doing>> | undefined;

process.on("message", (message: Order | "go" | "end") => {
  void heard(message).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
// Without who sent us there is nobody to tell.
process.on("disconnect", () => process.exit(0));

async function heard(message: Order | "go" | "end"): Promise<void> {
  if (message === "go") {
    process.send!(told(await task!.once()));
  } else if (message === "end") {
    await task?.end();
    process.exit(0);
  } else {
    await task?.end();
    task = await doing(message.school, message.view, message.how);
    globalThis.gc?.();
    process.send!(told(0));
  }
}
