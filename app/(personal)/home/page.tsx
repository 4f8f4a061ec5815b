import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { home, myAssignments } from "@/records";
import { ownState } from "../../assignment/line";
import { OwnAssignments } from "../../assignment/own-list";
import { CourseHead } from "../../course/course-head";
import { CourseLine } from "../../course/course-line";
import { courseOutline, lessonsOf } from "../../course/lessons";
import { Classes } from "../../course/classes";
import { OtherCourses } from "../../course/other-courses";

export const metadata: Metadata = { title: "Your course" };

/** A learner's page: the course with how far they have come. Others are sent to where their work is. */
export default async function HomePage() {
  const viewer = await requireViewer("/home");
  if (viewer.role === "teacher") redirect("/classes");
  if (viewer.role === "administrator") redirect("/school");
  const [{ lessonsRead, quizzes, classes }, assignments] = await Promise.all([home(viewer), myAssignments(viewer)]);
  // That of a class comes first; who is in none has the main one.
  const followed = [...new Set(classes.map(({ courseId }) => courseId))].filter((id) => courses().includes(id));
  const course = loadCourse(followed[0]);
  const outline = courseOutline(course);
  const lessons = lessonsOf(outline);
  const progress = {
    lessonsRead,
    quizzes: quizzes.map(({ quizId, lessonId, best, held, openAttemptId }) => ({
      quizId,
      lessonId,
      best,
      held,
      open: openAttemptId,
      assignment: assignments.find((line) => line.quizId === quizId && !line.practice && ownState(line) === "to do")
        ?.id,
    })),
  };
  const done = lessons.filter(
    ({ id, quizId }) =>
      lessonsRead.includes(id) && quizzes.some((quiz) => quiz.quizId === quizId && (quiz.best || quiz.held)),
  );
  return (
    <main id="main" tabIndex={-1} className="page">
      <CourseHead title={course.title} subtitle={course.subtitle} done={done.length} of={lessons.length} />
      <OwnAssignments lines={assignments} />
      <CourseLine outline={outline} sentence={course.sentence} progress={progress} />
      <Classes classes={classes} />
      <OtherCourses courses={followed.slice(1).map((id) => loadCourse(id))} />
    </main>
  );
}
