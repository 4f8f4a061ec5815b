import { handler } from "@/auth";
import { markLessonRead } from "@/records";
import { sent } from "../sent";

/** 'I have read this'. */
export const POST = handler(async (visit) => {
  const { courseId, lessonId } = sent(visit, ["courseId", "lessonId"]);
  await markLessonRead(visit.viewer, { courseId, lessonId });
  return visit.reply({ json: { state: "read" }, to: "/home" });
});
