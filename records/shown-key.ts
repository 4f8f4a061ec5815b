import { kindOf } from "@/questions";
import { changedKey } from "@/questions/changed-key";

import type { ItemKey } from "./item-key";
import type { ResponseChange } from "./marked-with";
import { changesFor, responseChanges, versionKeys, type Asks } from "./marking";

interface Row {
  itemId: string;
  kind: string;
  body: unknown;
  key: ItemKey;
  submittedAt: Date;
}

export interface ChangedRow {
  /** The changes of what counts as right that hold for the response. */
  changes: ResponseChange[];
  /** What is right with them, and why. */
  keyNow: ItemKey;
}

/** The rows of an attempt with the changes that hold for each, and the key that comes of them. */
export async function withChanges<R extends Row>(
  asks: Asks,
  { schoolId, attemptId }: { schoolId: string; attemptId: string },
  rows: readonly R[],
): Promise<(R & ChangedRow)[]> {
  const held = (await changesFor(asks, { schoolId, attemptIds: [attemptId] })).get(attemptId) ?? [];
  const answers = await versionKeys(asks, held);
  const whole = await wholeKeys(asks, [...answers.keys()]);
  return rows.map((row) => {
    const { itemId, kind, body, key, submittedAt } = row;
    const changes = responseChanges(held, { itemId, submittedAt, keys: answers });
    if (changes.length === 0) return { ...row, changes, keyNow: key };
    const { key: answer } = changedKey(
      kindOf(kind),
      { key: key.answer, body },
      changes.map(({ change }) => change),
    );
    // A corrected key comes with its own words on why.
    const version = held.findLast((each) => each.itemId === itemId && each.what === "version")?.itemVersionId;
    return { ...row, changes, keyNow: { ...key, ...(version && { why: whole.get(version)!.why }), answer } };
  });
}

async function wholeKeys(asks: Asks, ids: string[]): Promise<Map<string, ItemKey>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.$queryRaw<{ id: string; key: ItemKey }[]>`
    SELECT i."id", i."key" FROM "ItemVersion" i WHERE i."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, key }) => [id, key]));
}
