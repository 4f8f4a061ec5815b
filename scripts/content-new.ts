/**
 * npm run content:new lesson ID [COURSE]   files for a new lesson and its quiz, in the main course if none is named
 * npm run content:new course ID            files for a new course with a first lesson
 *
 * What is still to be written in them says TODO, and the check and the preview show where. Nothing is overwritten.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compileCourse } from "@/content/compile";
import { courseFolders, mapFolder } from "@/content/course";
import { newCourse, newLesson, type NewFiles } from "@/content/new-files";
import { id as kebab } from "@/content/schema";

const [what, id = "", courseId] = process.argv.slice(2);
process.exitCode = make();

function make(): number {
  if ((what !== "lesson" && what !== "course") || !kebab.safeParse(id).success)
    return refuse(
      "Say `npm run content:new lesson my-lesson` or `npm run content:new course my-course`, ids in kebab case.",
    );
  if (what === "course") {
    const folder = path.join(process.cwd(), "content", id);
    return write(folder, newCourse(id), `${id}-1`, "");
  }
  const course = courseId === undefined ? courseFolders()[0] : courseFolders().find((each) => each.id === courseId);
  if (!course) return refuse(`There is no course ${courseId ?? ""} in content/.`);
  const { folder, root } = course;
  const made = compileCourse(folder, { root, map: mapFolder() }).course;
  const files = made && newLesson(id, made);
  if (!files)
    return refuse("The course has too few facts with a day to begin a lesson from: write some in facts/ first.");
  return write(folder, files, id, `Add \`${id}\` to \`lessons:\` in course.yaml (and to its part) where it belongs.\n`);
}

function write(folder: string, files: NewFiles, lesson: string, then: string): number {
  const shown = (file: string) => path.relative(process.cwd(), path.join(folder, file));
  const there = Object.keys(files).filter((file) => existsSync(path.join(folder, file)));
  if (there.length > 0) return refuse(`${there.map(shown).join(" and ")} is there already; nothing was written.`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
    console.log(`Wrote ${shown(file)}`);
  }
  console.log(
    `\n${then}Then \`npm run content:preview\`, and look at /lessons/${lesson}: it shows what is still to write.`,
  );
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}
