import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { removeFolder, startSchool } from "../test/school";

/** Starts the school that the stories happen in; it is gone when they end. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.ANNALS_DIST ||= ".next-test";
  const root = resolve(import.meta.dirname, "..");
  // A second course, kept elsewhere, stands beside the main one.
  process.env.ANNALS_COURSES = resolve(root, "test/courses");
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) throw new Error("There is no build to test.");
  const school = await startSchool();
  process.env.ANNALS_E2E_URL = school.url;
  process.env.ANNALS_E2E_DATABASE = await school.databaseUrl();
  return async () => {
    await school.stop();
    removeFolder(school.dataDir);
  };
}
