import type { Body } from "./schema";

/** One field looks the same to everyone. */
export function arrange(body: Body): Body {
  return body;
}
