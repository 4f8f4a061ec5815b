/** What the server does by itself, in the process that serves the pages: every minute it hands in what ran out of time. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const [{ sweep }, { log, withoutWords }] = await Promise.all([import("@/records/sweep"), import("@/auth/log")]);
  sweep((error) => log().error(withoutWords(error), "handing in what ran out failed"));
}
