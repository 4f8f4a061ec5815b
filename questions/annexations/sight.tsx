"use client";

import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import type { View } from "@/ui/map";

/** How far the map may be enlarged. */
const FURTHEST = 8;
const STEP = 1.6;

/** The part `factor` times smaller than `home` about a point; never beyond it. 1 is the whole. */
export function zoomed(home: View, view: View, factor: number, [x, y]: readonly [number, number]): View {
  const now = home.width / view.width;
  const next = Math.min(FURTHEST, Math.max(1, now * factor));
  if (next < 1.01) return home;
  const width = home.width / next;
  const height = home.height / next;
  // The point stays where it was in the picture.
  return kept(home, {
    x: x - ((x - view.x) / view.width) * width,
    y: y - ((y - view.y) / view.height) * height,
    width,
    height,
  });
}

/** A view moved by this much, as far as `home` reaches. */
export function moved(home: View, view: View, dx: number, dy: number): View {
  return kept(home, { ...view, x: view.x + dx, y: view.y + dy });
}

function kept(home: View, view: View): View {
  const x = Math.min(Math.max(view.x, home.x), home.x + home.width - view.width);
  const y = Math.min(Math.max(view.y, home.y), home.y + home.height - view.height);
  return { x: round(x), y: round(y), width: round(view.width), height: round(view.height) };
}

const round = (value: number) => Math.round(value * 10) / 10;

export type Sight = ReturnType<typeof useSight>;

/** What part of the map is in sight, and the ways to change it: buttons, keys, two fingers, a drag, a trackpad. */
export function useSight(home: View, box: RefObject<HTMLElement | null>) {
  const [view, setView] = useState(home);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  /** True for a moment after a drag or pinch, whose end must not count as a press. */
  const dragged = useRef(false);

  const zoom = useCallback(
    (factor: number) => setView((now) => zoomed(home, now, factor, [now.x + now.width / 2, now.y + now.height / 2])),
    [home],
  );
  const whole = useCallback(() => setView(home), [home]);
  /** Moves by this share of what is in sight. */
  const pan = useCallback(
    (across: number, down: number) => setView((now) => moved(home, now, across * now.width, down * now.height)),
    [home],
  );
  /** Brings a point into sight that is not. */
  const reach = useCallback(
    ([x, y]: readonly [number, number]) =>
      setView((now) => {
        const air = now.width * 0.06;
        const out = x < now.x + air || x > now.x + now.width - air || y < now.y + air || y > now.y + now.height - air;
        return out && now.width < home.width
          ? moved(home, now, x - now.x - now.width / 2, y - now.y - now.height / 2)
          : now;
      }),
    [home],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const now = latest.current;
      const enlarged = now.width < home.width;
      const ways: Record<string, () => void> = {
        "+": () => zoom(STEP),
        "=": () => zoom(STEP),
        "-": () => zoom(1 / STEP),
        "0": whole,
        ...(enlarged
          ? {
              ArrowLeft: () => pan(-0.2, 0),
              ArrowRight: () => pan(0.2, 0),
              ArrowUp: () => pan(0, -0.2),
              ArrowDown: () => pan(0, 0.2),
            }
          : {}),
      };
      const way = Object.hasOwn(ways, event.key) ? ways[event.key] : undefined;
      if (!way) return;
      event.preventDefault();
      way();
    },
    [home, pan, whole, zoom],
  );

  useEffect(() => {
    const element = box.current?.querySelector("svg");
    if (!element) return;
    const fingers = new Map<number, { x: number; y: number }>();
    let from: { view: View; x: number; y: number; apart: number } | null = null;

    const grip = () => {
      const [one, two] = [...fingers.values()];
      if (!one) return null;
      return two
        ? { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, apart: Math.hypot(one.x - two.x, one.y - two.y) }
        : { ...one, apart: 0 };
    };
    const hold = () => {
      const now = grip();
      from = now && { view: latest.current, ...now };
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType === "mouse" && event.button !== 0) return;
      if (fingers.size === 0) dragged.current = false;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      hold();
    };
    const move = (event: PointerEvent) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const now = grip();
      if (!now || !from) return;
      const far = Math.hypot(now.x - from.x, now.y - from.y) > 6 || fingers.size > 1;
      if (!far && !dragged.current) return;
      if (fingers.size === 1 && from.view.width >= home.width) return;
      dragged.current = true;
      const frame = element.getBoundingClientRect();
      const perPixel = from.view.width / frame.width;
      const at = [
        from.view.x + (from.x - frame.left) * perPixel,
        from.view.y + (from.y - frame.top) * perPixel,
      ] as const;
      const grown = from.apart > 0 ? zoomed(home, from.view, now.apart / from.apart, at) : from.view;
      const per = grown.width / frame.width;
      setView(moved(home, grown, -(now.x - from.x) * per, -(now.y - from.y) * per));
    };
    const up = (event: PointerEvent) => {
      if (!fingers.delete(event.pointerId)) return;
      hold();
      if (fingers.size === 0) setTimeout(() => (dragged.current = false));
    };
    // A trackpad's pinch arrives as a wheel with Ctrl; a plain wheel goes on scrolling the page.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const frame = element.getBoundingClientRect();
      setView((now) =>
        zoomed(home, now, Math.exp(-event.deltaY * 0.01), [
          now.x + ((event.clientX - frame.left) / frame.width) * now.width,
          now.y + ((event.clientY - frame.top) / frame.height) * now.height,
        ]),
      );
    };

    element.addEventListener("pointerdown", down);
    element.addEventListener("wheel", wheel, { passive: false });
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", up);
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("wheel", wheel);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", up);
    };
  }, [box, home]);

  return {
    view,
    enlarged: view.width < home.width,
    furthest: home.width / view.width > FURTHEST - 0.1,
    /** On which sides there is more of the map. */
    more: {
      left: view.x > home.x + 0.2,
      right: view.x + view.width < home.x + home.width - 0.2,
      up: view.y > home.y + 0.2,
      down: view.y + view.height < home.y + home.height - 0.2,
    },
    zoom,
    pan,
    whole,
    reach,
    onKeyDown,
    dragged,
    step: STEP,
  };
}
