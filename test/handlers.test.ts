import { describe, expect, test } from "vitest";

// Next checks where a request comes from for server actions only. For route handlers auth's `handler` does, and it
// turns "not yours" into 404 and limits what is read: a handler without it is an open door.
const routes = import.meta.glob<Record<string, unknown>>("../app/**/route.{ts,tsx}");
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What answers for itself: next-auth has its own checks of origin, and health tells everyone the same. */
const itsOwn = ["../app/api/auth/[...nextauth]/route.ts", "../app/api/health/route.ts"];

describe("route handlers", () => {
  test("are found", () => {
    expect(Object.keys(routes).length).toBeGreaterThan(itsOwn.length);
  });

  test.each(Object.keys(routes).filter((path) => !itsOwn.includes(path)))("%s is wrapped", async (path) => {
    const route = await routes[path]!();
    const handlers = methods.filter((method) => method in route);
    expect(handlers).not.toEqual([]);
    for (const method of handlers) expect(route[method], method).toHaveProperty("__wrapped", true);
  });
});
