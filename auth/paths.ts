/**
 * A path within this school to go to next; anything else (another site, another scheme, nothing) becomes `otherwise`.
 * A link that someone else made must not lead away from here after signing in.
 */
export function pathWithin(to: string | null | undefined, otherwise = "/home"): string {
  if (!to || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to)) return otherwise;
  const base = "http://within.invalid";
  try {
    return new URL(to, base).origin === base ? to : otherwise;
  } catch {
    return otherwise;
  }
}

/** Where a page sends a visitor who has to sign in first; afterwards they come to `to`. Sets the form's token too. */
export function signInPath(to: string): string {
  return `/api/auth/signin?${new URLSearchParams({ callbackUrl: pathWithin(to) })}`;
}
