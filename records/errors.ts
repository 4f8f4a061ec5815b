/**
 * What was asked for does not exist, or is not this viewer's to see. The two are one on purpose: an answer that
 * told them apart would tell strangers what exists. Pages answer 404, with a title that says nothing either.
 */
export class NotFound extends Error {
  override readonly name = "NotFound";

  constructor() {
    super("There is nothing here for this viewer.");
  }
}

/** True of a NotFound, also of one thrown by another copy of this module: Next bundles more than one. */
export function isNotFound(error: unknown): error is NotFound {
  return error instanceof Error && error.name === "NotFound";
}
