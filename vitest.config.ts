import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const notOurs = [...configDefaults.exclude, "**/.next*/**", ".annals/**", "e2e/**"];
const database = "**/*.db.test.{ts,tsx}";
const start = "**/*.start.test.{ts,tsx}";

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
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...notOurs, database, start],
          setupFiles: ["test/property.setup.ts"],
          // No stop-watch: a property tries hundreds of answers, on a machine that may be busy with more than us.
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
