/**
 * Whether the school must be looked after at all: compiling the course only to find that it is published already would
 * be most of a start. The data folder remembers what was published from which sources; the database is asked whether
 * that still stands, because it may be another one, or an older one brought back.
 */
import pg from "pg";
import { fingerprint, otherCourses } from "./build.mjs";
import { recall, remember } from "./data-folder.mjs";

const NOTE = "published.json";
const sources = () => fingerprint([...SOURCES, ...otherCourses()]);
const SOURCES = ["content", "questions", "facts", "records", "scripts/school.ts", "scripts/demo.ts"];

/** Null when there is something to do; else whether the school is the demo. */
export async function nothingToPublish(folder, url) {
  const note = recall(folder, NOTE);
  if (note?.sources !== sources()) return null;
  const { standing, schools, demo } = await state(url);
  return schools > 0 && note.standing === standing ? { demo } : null;
}

/** Remembers that everything was done. */
export async function rememberPublished(folder, url) {
  const { standing } = await state(url);
  remember(folder, NOTE, { sources: sources(), standing });
}

async function state(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT (SELECT string_agg(r, ' ' ORDER BY r) FROM (
               SELECT DISTINCT ON ("courseId") "courseId" || ':' || "hash" AS r FROM "Release"
               ORDER BY "courseId", "publishedAt" DESC, "id" DESC) newest) AS standing,
             (SELECT count(*)::int FROM "School") AS schools,
             (SELECT coalesce(bool_or("demo"), false) FROM "School") AS demo`);
    return rows[0];
  } finally {
    await client.end();
  }
}
