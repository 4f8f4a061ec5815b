/** What was made the last time, by name, and of what. */
export type Memory = Map<string, { of: readonly unknown[]; made: unknown }>;

let current: Memory | undefined;

/** Runs `compile`, which may then recall what it made before. Without a memory everything is made anew. */
export function withMemory<T>(memory: Memory | undefined, compile: () => T): T {
  const before = current;
  current = memory;
  try {
    return compile();
  } finally {
    current = before;
  }
}

/**
 * What `make` gives; or, when a memory is there and it was asked under this name of the same things before, what it gave
 * then. For a course that is compiled again after every change: most of it is as it was. `make` is pure, and nobody
 * changes what it gave.
 */
export function recall<T>(name: string, of: readonly unknown[], make: () => T): T {
  const kept = current?.get(name);
  if (kept?.of.every((each, index) => each === of[index])) return kept.made as T;
  const made = make();
  current?.set(name, { of, made });
  return made;
}
