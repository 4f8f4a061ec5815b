/**
 * What the database refused, as far as some caller behaves differently on it: 'unique' when another row has that
 * value, else null. Prisma's own statements and raw ones report it in different words.
 */
export function databaseErrorCode(error: unknown): "unique" | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  if (error.code === "P2002") return "unique";
  const text = `${error.message} ${JSON.stringify("meta" in error ? error.meta : null)}`;
  return error.code === "P2010" && /23505|UniqueConstraintViolation/.test(text) ? "unique" : null;
}
