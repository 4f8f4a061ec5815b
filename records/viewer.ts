declare const viewerBrand: unique symbol;
declare const systemBrand: unique symbol;

export type Role = "learner" | "teacher" | "administrator";

/**
 * A person who is signed in, as of this request. There is no way to write one down: `viewerOfSession` reads it from
 * the session's row, so that a changed role, an ended session or a removed person counts at the very next request.
 */
export interface Viewer {
  readonly [viewerBrand]: true;
  readonly schoolId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly displayName: string;
  readonly userName: string;
  /** True after someone else set this person's password: they are asked to choose their own. */
  readonly mustChangePassword: boolean;
  /** False for a person who signs in through the school's identity provider only. */
  readonly hasPassword: boolean;
  /** The school's IANA time zone. */
  readonly timeZone: string;
}

/** Nobody in particular: a command, or a visitor who is only now signing in. Sees what it is told to, and says why. */
export interface SystemViewer {
  readonly [systemBrand]: true;
  readonly why: string;
}

/** The viewer of work that no person asked for; `why` is a few words, as 'sign-in' or 'npm start publishes content'. */
export function systemViewer(why: string): SystemViewer {
  return { why } as SystemViewer;
}
