"use client";

import { useEffect } from "react";

/**
 * What a lesson does when there is script; it reads without. The rail marks what was passed and where the reader is,
 * and a tap on a fact opens its card in place instead of going to it by address.
 */
export function Reading() {
  useEffect(() => {
    const stop = new AbortController();
    followReader(stop.signal);
    openCardsInPlace(stop.signal);
    return () => stop.abort();
  }, []);
  return null;
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
  let open: { link: Element; card: Element } | null = null;
  const close = () => {
    open?.card.removeAttribute("data-open");
    open?.link.setAttribute("aria-expanded", "false");
    open = null;
  };
  for (const link of document.querySelectorAll("a.fact")) link.setAttribute("aria-expanded", "false");
  document.addEventListener(
    "click",
    (event) => {
      const target = event.target as Element;
      const link = target.closest("a.fact");
      const was = open?.link;
      const inside = open?.card.contains(target) && !target.closest("a[href^='#']");
      if (inside) return;
      if (open && target.closest("a[href^='#']") && open.card.contains(target)) event.preventDefault();
      close();
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const card = document.getElementById(link.getAttribute("href")!.slice(1));
      if (!card) return;
      event.preventDefault();
      if (link === was) return;
      card.setAttribute("data-open", "");
      link.setAttribute("aria-expanded", "true");
      open = { link, card };
    },
    { signal },
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !open) return;
      const { link } = open;
      close();
      (link as HTMLElement).focus();
    },
    { signal },
  );
}
