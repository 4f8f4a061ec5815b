"use client";

import { useSyncExternalStore } from "react";

const nothing = () => () => {};

/** Prints the page. Without script there is none: a browser's own menu prints as well. */
export function PrintButton() {
  const scripted = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  if (!scripted) return null;
  return (
    <button type="button" className="btn go" onClick={() => print()}>
      Print
    </button>
  );
}
