"use client";

import { useEffect } from "react";
import { followPlace } from "./follow-place";

/**
 * What a lesson does when there is script; it reads without. The rail marks what was passed and where the reader is,
 * the browser remembers where they stop, a tap on a fact opens its card in place instead of going to it by address, and
 * on paper everything is open.
 */
export function Reading({ lessonId }: { lessonId: string }) {
  useEffect(() => {
    const stop = new AbortController();
    followReader(stop.signal);
    followPlace(lessonId, stop.signal);
    openCardsInPlace(stop.signal);
    openForPaper(stop.signal);
    return () => stop.abort();
  }, [lessonId]);
  return null;
}

/** What is folded opens for printing and folds again; newer browsers do it by style alone. */
function openForPaper(signal: AbortSignal) {
  let opened: HTMLDetailsElement[] = [];
  const fold = (open: boolean) => opened.forEach((each) => (each.open = open));
  addEventListener(
    "beforeprint",
    () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("article details:not([open])")];
      fold(true);
    },
    { signal },
  );
  addEventListener("afterprint", () => fold(false), { signal });
}

function followReader(signal: AbortSignal) {
  const marks = [...document.querySelectorAll<HTMLElement>("[data-mark]")].map((mark) => ({
    mark,
    passage: document.getElementById(mark.dataset.mark!),
  }));
  if (marks.length === 0) return;
  let drawn = -2;
  let waiting = false;
  const draw = () => {
    waiting = false;
    const line = innerHeight * 0.4;
    const here = marks.findLastIndex(({ passage }) => passage && passage.getBoundingClientRect().top <= line);
    if (here === drawn) return;
    drawn = here;
    marks.forEach(({ mark }, index) => {
      mark.toggleAttribute("data-passed", index < here);
      if (index === here) mark.setAttribute("aria-current", "location");
      else mark.removeAttribute("aria-current");
    });
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  addEventListener("scroll", soon, { passive: true, signal });
  addEventListener("resize", soon, { passive: true, signal });
  draw();
}

function openCardsInPlace(signal: AbortSignal) {
  const root = document.documentElement;
  let open: { link: HTMLElement; card: Element } | null = null;
  const close = () => {
    open?.card.removeAttribute("data-open");
    open?.link.setAttribute("aria-expanded", "false");
    open = null;
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    if (open?.card.contains(target)) {
      if (!target.closest("[data-close]")) return;
      event.preventDefault();
      open.link.focus();
      return close();
    }
    const was = open?.link;
    close();
    const link = target.closest<HTMLAnchorElement>("a.fact");
    const card = link && document.getElementById(link.hash.slice(1));
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // A second tap on the same fact puts its card away.
    if (link === was) return;
    delete root.dataset.cards;
    card.setAttribute("data-open", "");
    link.setAttribute("aria-expanded", "true");
    open = { link, card };
  };
  // What focus or the pointer opened by style goes away too, until either moves on.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    open?.link.focus();
    close();
    root.dataset.cards = "away";
  };
  const backAgain = (event: Event) => {
    if (event.type === "focusin" || (event.target as Element).closest("a.fact")) delete root.dataset.cards;
  };
  for (const link of document.querySelectorAll("a.fact")) link.setAttribute("aria-expanded", "false");
  document.addEventListener("click", onClick, { signal });
  document.addEventListener("keydown", onKey, { signal });
  document.addEventListener("focusin", backAgain, { signal });
  document.addEventListener("pointerover", backAgain, { signal });
  document.addEventListener("pointerdown", backAgain, { signal });
}
