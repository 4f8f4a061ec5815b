"use client";

import { useSyncExternalStore } from "react";

const nothing = () => () => {};

/** A page's whole address, as it is needed on paper; of a static page, without script, its path alone. */
export function Address({ path }: { path: string }) {
  return useSyncExternalStore(
    nothing,
    () => location.origin + path,
    () => path,
  );
}
