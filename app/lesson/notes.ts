/** Addresses of a source note and of the number that leads to it: two hyphens, so that no passage has one of them. */
export const noteId = (number: number) => `note--${number}`;
export const referenceId = (number: number) => `ref--${number}`;
