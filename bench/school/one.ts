/**
 * A process that does one thing one way, each time when it is told to, in one school after the other, and tells what it
 * took: started by ask.ts.
 */
import { doing, type How } from "./doing";
import { heldMemory } from "./memory";
import type { BenchSchool } from "./seed";

export interface Order {
  school: BenchSchool;
  /** The name of a view. */
  view: string;
  how: How;
}

let task: Awaited<ReturnType<typeof doing>> | undefined;
/** What it held when everything was loaded and connected, and nothing was done. */
let loaded: number | undefined;

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
    const { milliseconds, memory } = await task!.once();
    process.send!({ milliseconds, memory: Math.max(0, memory - loaded!) });
  } else if (message === "end") {
    await task?.end();
    process.exit(0);
  } else {
    await task?.end();
    task = await doing(message.school, message.view, message.how);
    loaded ??= await heldMemory();
    process.send!(null);
  }
}
