import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadCourses } from "@/content/course";
import {
  createClass,
  home,
  isNotFound,
  joinClass,
  markLessonRead,
  publish,
  publishedCourses,
  startAttempt,
  systemViewer,
} from "@/records";
import { closeDatabase } from "@/records/database";
import { aLearner, aSchool, aTeacher } from "@/test/factories";

// Both courses are compiled.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const system = systemViewer("a test publishes two courses");

beforeAll(async () => {
  vi.stubEnv("ANNALS_COURSES", "test/courses");
  for (const course of loadCourses()) await publish(system, course);
});
afterAll(closeDatabase);

test("A teacher chooses which of two courses a class follows, and its learners have both", async () => {
  const { schoolId } = await aSchool();
  const teacher = await aTeacher({ schoolId });
  const published = await publishedCourses(teacher.viewer);
  expect(published.map(({ courseId }) => courseId)).toEqual(
    expect.arrayContaining(loadCourses().map((course) => course.id)),
  );

  const made = await createClass(teacher.viewer, { name: "10B", courseId: "tiny" });
  if (made.state !== "made") throw new Error(made.state);
  const { viewer } = await aLearner({ schoolId });
  await joinClass(viewer, { code: made.joinCode });
  await markLessonRead(viewer, { courseId: "tiny", lessonId: "tiny-pact" });

  const { classes, lessonsRead, quizzes } = await home(viewer);
  expect(classes).toMatchObject([{ name: "10B", courseId: "tiny" }]);
  expect(lessonsRead).toEqual(["tiny-pact"]);
  for (const course of loadCourses()) {
    expect(quizzes.filter(({ courseId }) => courseId === course.id).map(({ quizId }) => quizId)).toEqual(
      course.quizzes.map(({ id }) => id),
    );
  }
  expect(await startAttempt(viewer, { quizId: "tiny-quiz" })).toMatchObject({
    attemptId: expect.any(String) as string,
  });
});

test("A class follows no course that is not there", async () => {
  const { viewer } = await aTeacher(await aSchool());
  await expect(createClass(viewer, { name: "10B", courseId: "nowhere" })).rejects.toSatisfy(isNotFound);
});
