import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const dist = resolve(import.meta.dirname, "..", process.env.ANNALS_DIST || ".next-test");

/** The scripts that every page of the build loads before any of ours: React, Next and their loader. */
export function frameworkFiles(): string[] {
  const { rootMainFiles, polyfillFiles } = JSON.parse(readFileSync(join(dist, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
    polyfillFiles: string[];
  };
  return [...rootMainFiles, ...polyfillFiles];
}
