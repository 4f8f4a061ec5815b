import { createHash } from "node:crypto";

/**
 * SHA-256 (hex) of a value that JSON can hold. The order of an object's fields does not count, that of a list does;
 * a field that is undefined counts as absent.
 */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
