"use client";

import { useEffect, useState } from "react";
import styles from "./resume.module.css";
import { places } from "./place";
import type { Place } from "./place";

/**
 * One quiet line that leads to where the reader stopped; empty, at its place, until script has looked, and for who has
 * not begun. It never scrolls by itself. `lessons`: those that it may speak of; with one alone, the page is that lesson.
 */
export function Resume({ lessons }: { lessons: readonly { id: string; number: number }[] }) {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    const [newest] = places().filter(({ lessonId }) => lessons.some(({ id }) => id === lessonId));
    // A passage that the lesson no longer has leads nowhere.
    if (newest && (lessons.length > 1 || document.getElementById(newest.passage))) setPlace(newest);
  }, [lessons]);
  return (
    <p className={`${styles.resume} ui`} data-resume>
      {place && <Offer place={place} lessons={lessons} />}
    </p>
  );
}

function Offer({
  place: { lessonId, passage, words },
  lessons,
}: {
  place: Place;
  lessons: readonly { id: string; number: number }[];
}) {
  const here = lessons.length === 1;
  const number = lessons.find(({ id }) => id === lessonId)?.number;
  return (
    <>
      Go on where you stopped:{" "}
      <a href={`${here ? "" : `/lessons/${lessonId}`}#${passage}`}>{here ? words : `lesson ${number}, ${words}`}</a>
    </>
  );
}
