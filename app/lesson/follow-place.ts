import { forget, places, remember } from "./place";

/** So long a reader stays where they read; who only passes by stays shorter. */
const STAY = 2500;

/**
 * Remembers the passage that the reader has stayed at, and forgets the lesson at its end. Says nothing of it when the
 * page was opened at a passage to look something up (a result cites one): that is not where reading stopped.
 */
export function followPlace(lessonId: string, signal: AbortSignal): void {
  const lookedUp = location.hash.slice(1);
  if (lookedUp && !places().some((place) => place.lessonId === lessonId && place.passage === lookedUp)) return;
  const marks = [...document.querySelectorAll<HTMLElement>("[data-heading], [data-passage]")];
  const end = document.getElementById("end");
  let timer: ReturnType<typeof setTimeout> | undefined;

  const note = () => {
    if (end && end.getBoundingClientRect().top <= innerHeight * 0.6) return forget(lessonId);
    const line = innerHeight * 0.4;
    const passed = marks.filter((mark) => mark.getBoundingClientRect().top <= line);
    const passage = passed.findLast((mark) => mark.dataset.passage !== undefined);
    // Who is at the first has not begun.
    if (!passage || passage.dataset.passage === "1") return;
    const heading = passed.slice(0, passed.indexOf(passage)).findLast((mark) => mark.dataset.passage === undefined);
    const number = `passage ${passage.dataset.passage}`;
    const words = heading ? `${heading.textContent}, ${number}` : number;
    remember({ lessonId, passage: passage.id, words });
  };
  // Only after the reader has moved (some do before this has begun): a page that was just opened stands at its top.
  const moved = () => {
    clearTimeout(timer);
    timer = setTimeout(note, STAY);
  };
  addEventListener("scroll", moved, { passive: true, signal });
  if (scrollY > 0) moved();
  signal.addEventListener("abort", () => clearTimeout(timer));
}
