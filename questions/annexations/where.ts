import { z } from "zod";
import { factsOfType, type FactBase, type Transfer } from "@/facts/base";
import type { Rests } from "../contract";

const ref = z.string().min(1);

/** Which transfers a question is about; every condition named has to hold. */
export const whereSchema = z
  .strictObject({
    from: ref.optional(),
    to: ref.optional(),
    /** Id of the agreement or event that did it, or its words as the transfer has them. */
    by: ref.optional(),
    year: z.number().int().optional(),
    /** '1940-08' */
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
    how: z.union([ref, z.array(ref).min(1)]).optional(),
    /** Id of a fact that names the land in its `territories`: a sphere assigned, a land occupied. */
    listedIn: ref.optional(),
  })
  .refine((conditions) => Object.keys(conditions).length > 0, { message: "`where` names no condition" });

export type Where = z.infer<typeof whereSchema>;

/** What is wrong with the conditions: states, instruments and facts that the fact base does not have. */
export function problemsOfWhere(where: Where, facts: FactBase): string[] {
  const problems: string[] = [];
  const transfers = factsOfType(facts, "transfer");
  const states = new Set(transfers.flatMap(({ from, to }) => [from, to]));
  for (const side of ["from", "to"] as const)
    if (where[side] !== undefined && !states.has(where[side]))
      problems.push(`No transfer is ${side} a state '${where[side]}': mend it in \`where\`.`);
  if (where.by !== undefined && !transfers.some((each) => each.instrument === where.by))
    problems.push(`No transfer has the instrument '${where.by}': mend it in \`where\`.`);
  if (where.listedIn === undefined) return problems;

  const fact = facts.facts.get(where.listedIn);
  if (!fact) problems.push(`No fact has the id '${where.listedIn}': mend it in \`where\`.`);
  else if (!fact.territories || fact.territories.length === 0)
    problems.push(`The fact '${where.listedIn}' lists no \`territories\`: list them there, or ask another.`);
  for (const id of fact?.territories ?? [])
    if (!facts.territories.has(id))
      problems.push(
        `The fact '${where.listedIn}' lists a territory '${id}' that nobody knows: mend its \`territories\`.`,
      );
  return problems;
}

/** The transfers of a land that fit, or undefined when the conditions leave the land out. Without conditions on
 * transfers a land that the fact lists fits with none. */
export function fitting(where: Where | undefined, id: string, facts: FactBase): Transfer[] | undefined {
  const { listedIn, ...conditions } = where ?? {};
  if (listedIn !== undefined && !facts.facts.get(listedIn)?.territories?.includes(id)) return undefined;
  const own = factsOfType(facts, "transfer").filter((each) => each.territory === id);
  if (Object.keys(conditions).length === 0) return listedIn === undefined ? own : [];
  const found = own.filter((each) => fits(each, conditions));
  return found.length > 0 ? found : undefined;
}

/** What a key made of these transfers rests on. */
export function restsOf(where: Where | undefined, transfers: readonly Transfer[]): Rests[] {
  return [
    ...(where?.listedIn === undefined ? [] : [{ fact: where.listedIn, part: "statement" as const }]),
    ...transfers.flatMap((each): Rests[] => [
      { fact: each.id, part: "transfer" },
      // A year or a month of a day on which sources could differ.
      ...((where?.year ?? where?.month) ? [{ fact: each.id, part: "date", tolerant: true } as const] : []),
    ]),
  ];
}

function fits(transfer: Transfer, { from, to, by, year, month, how }: Omit<Where, "listedIn">): boolean {
  return (
    (from === undefined || transfer.from === from) &&
    (to === undefined || transfer.to === to) &&
    (by === undefined || transfer.instrument === by) &&
    (year === undefined || transfer.date.startsWith(String(year))) &&
    (month === undefined || transfer.date.startsWith(month)) &&
    (how === undefined || [how].flat().includes(transfer.how))
  );
}
