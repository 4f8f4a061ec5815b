"use client";

import { useEffect } from "react";

/** Escape leads to where the close button leads. */
export function Escape({ to }: { to: string }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) location.assign(to);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [to]);
  return null;
}
