"use client";

import { useEffect, useState } from "react";
import { TickMark } from "@/ui/marks";
import { askMe } from "../me";

/**
 * 'I have read this': a form that works without script and then leads to the reader's page, where the lesson stands
 * as read. With script it stays here. A visitor who is not signed in is asked to sign in.
 */
export function ReadForm({ courseId, lessonId }: { courseId: string; lessonId: string }) {
  const [read, setRead] = useState(false);
  useEffect(() => {
    // Asked before the reader may have pressed, so its answer never takes back that they did.
    void askMe().then((me) => me?.progress?.lessonsRead.includes(lessonId) && setRead(true));
  }, [lessonId]);

  return (
    <form
      method="post"
      action="/api/reading"
      onSubmit={(event) => {
        const form = event.currentTarget;
        event.preventDefault();
        fetch(form.action, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify({ courseId, lessonId }),
        })
          .then((answer) => (answer.ok ? setRead(true) : form.submit()))
          .catch(() => form.submit());
      }}
    >
      <input type="hidden" name="courseId" value={courseId} />
      <input type="hidden" name="lessonId" value={lessonId} />
      <button className="btn" disabled={read}>
        {read ? (
          <>
            <TickMark /> You have read this
          </>
        ) : (
          "I have read this"
        )}
      </button>
    </form>
  );
}
