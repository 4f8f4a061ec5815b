import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireViewer } from "@/auth";
import { loadCourse } from "@/content/course";
import { home } from "@/records";
import { CourseHead } from "../../course/course-head";
import { CourseLine } from "../../course/course-line";
import { beyondLessons, courseLessons } from "../../course/lessons";
import { Classes } from "../../course/classes";

export const metadata: Metadata = { title: "Your course" };

/** A learner's page: the course with how far they have come. Others are sent to where their work is. */
export default async function HomePage() {
  const viewer = await requireViewer("/home");
  if (viewer.role === "teacher") redirect("/classes");
  if (viewer.role === "administrator") redirect("/school");
  const { lessonsRead, quizzes, classes } = await home(viewer);
  const course = loadCourse();
  const lessons = courseLessons(course);
  const progress = {
    lessonsRead,
    quizzes: quizzes.map(({ quizId, lessonId, best, openAttemptId }) => ({
      quizId,
      lessonId,
      best,
      open: openAttemptId,
    })),
  };
  const done = lessons.filter(
    ({ id, quizId }) => lessonsRead.includes(id) && quizzes.some((quiz) => quiz.quizId === quizId && quiz.best),
  );
  return (
    <main id="main" tabIndex={-1} className="page">
      <CourseHead title={course.title} subtitle={course.subtitle} done={done.length} of={lessons.length} />
      <CourseLine
        lessons={lessons}
        origin={course.span.from}
        sentence={course.sentence}
        beyond={beyondLessons(course)}
        progress={progress}
      />
      <Classes classes={classes} />
    </main>
  );
}
