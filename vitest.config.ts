import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const notOurs = [...configDefaults.exclude, "**/.next*/**", ".annals/**", "e2e/**"];
const database = "**/*.db.test.{ts,tsx}";
const start = "**/*.start.test.{ts,tsx}";
/** They put something else in a module's place, which those who share a worker with them must not find there. */
const apart = [
  "app/attempt/question-form.test.tsx",
  "auth/next-auth.test.ts",
  "questions/cloze/cloze.test.ts",
  "records/regrade.test.ts",
];

export default defineConfig({
  resolve: {
    alias: { "@": here("."), "server-only": here("test/empty.ts") },
  },
  // Page components are compiled by Next; here they are only called.
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // Plain Node programs: they find packages by import.meta.resolve, which a transformed module has not.
    server: { deps: { external: [/\/scripts\/[^/]+\.mjs$/] } },
    reporters: ["default"],
    globalSetup: ["test/temporary.global.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...notOurs, database, start, ...apart],
          setupFiles: ["test/property.setup.ts"],
          // Pure code: files share a worker's modules, which saves loading them two hundred times.
          isolate: false,
          // No stop-watch: a property tries hundreds of answers, on a machine that may be busy with more than us.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: apart,
          setupFiles: ["test/property.setup.ts"],
          testTimeout: 60_000,
        },
      },
      {
        // A real PostgreSQL, one for the run, and a fresh copy of the migrated database for every file.
        extends: true,
        test: {
          name: "db",
          include: [database],
          exclude: notOurs,
          globalSetup: ["test/database.global.ts"],
          setupFiles: ["test/database.setup.ts"],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // What `npm start` promises, tried from outside on the production build. One at a time: each is a whole school.
        extends: true,
        test: {
          name: "start",
          // A second course, kept elsewhere, stands beside the main one.
          env: { ANNALS_COURSES: here("test/courses") },
          include: [start],
          exclude: notOurs,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
