import { openHandler } from "@/auth";
import { home } from "@/records";
import type { Me } from "../../me";

/** Who is reading and how far they have come: what a static page cannot know. */
export const GET = openHandler(async ({ viewer }) => {
  if (!viewer) return Response.json(null satisfies Me);
  const { classes, lessonsRead, quizzes } = await home(viewer);
  const me: Me = {
    displayName: viewer.displayName,
    role: viewer.role,
    classes: classes.map(({ id, name }) => ({ id, name })),
    progress: {
      lessonsRead,
      quizzes: quizzes.map(({ quizId, lessonId, best, held, openAttemptId }) => ({
        quizId,
        lessonId,
        best: best && { points: best.points, maxPoints: best.maxPoints },
        held,
        open: openAttemptId,
      })),
    },
  };
  return Response.json(me);
});
