import { expect, test } from "vitest";
import { freshDatabase } from "./database";

test("a database test has a migrated database of its own", async () => {
  const mine = await freshDatabase();
  expect(mine.url).not.toBe(process.env.DATABASE_URL);
  const tables = await mine.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  expect(tables.map((table) => table.name)).toContain("Attempt");
});
