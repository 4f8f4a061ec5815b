import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import type { Viewer } from "./viewer";
import { classesTaughtBy } from "./visibility";

/** Throws NotFound unless the viewer teaches the class: asked before a slip is answered, so that a stranger learns nothing. */
export async function mustTeach(
  viewer: Viewer,
  classId: string,
  through: Pick<Transaction, "$queryRaw"> = database(),
): Promise<void> {
  const found = await through.$queryRaw<unknown[]>`
    SELECT 1 FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  if (found.length === 0) throw new NotFound();
}
