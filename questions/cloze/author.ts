import { z } from "zod";
import type { Author, Rests } from "../contract";
import { gaps as kinds, type GapName } from "../gaps";
import { deriveGap, type GapBody, type GapKey } from "../gap-parts";
import { gapName, gapsIn } from "./passage";
import { MOST_GAPS, type Body, type Key } from "./schema";

interface AuthoredGap {
  gap: GapName;
  /** What that gap's own schema made of its fields. */
  own: unknown;
  /** Another fact than the question's. */
  fact?: string;
  weight: number;
}

const withFact = z.looseObject({ fact: z.string().min(1).optional() });
const names = Object.keys(kinds) as GapName[];

/** `{ date: { precision: day, fact: id }, weight: 2 }`: the gap's kind, with its fields and perhaps a fact of its own. */
const gap: z.ZodType<AuthoredGap> = z
  .looseObject({ weight: z.number().positive().max(100).default(1) })
  .transform(({ weight, ...rest }, ctx) => {
    const [name, ...others] = Object.keys(rest) as GapName[];
    if (name === undefined || others.length > 0 || !names.includes(name)) {
      ctx.addIssue(
        `is a gap of no kind → Write one of ${names.join(", ")} for it, and \`weight\` beside it if need be.`,
      );
      return z.NEVER;
    }
    const { fact, ...fields } = withFact.safeParse(rest[name]).data ?? { ...(rest[name] as object) };
    const own = kinds[name].author.schema.safeParse(fields);
    // As the gap's own schema says it, at its own place.
    for (const issue of own.error?.issues ?? [])
      ctx.issues.push({ ...issue, path: [name, ...issue.path], input: issue.input } as never);
    return { gap: name, own: own.data, weight, ...(fact === undefined ? {} : { fact }) };
  }) as unknown as z.ZodType<AuthoredGap>;

const schema = z.strictObject({
  /** The passage, with `{1}`, `{2}` … where its gaps are. */
  text: z.string().trim().min(1).max(4000),
  gaps: z.array(gap).min(1).max(MOST_GAPS),
});

type Authored = z.infer<typeof schema>;

export const author: Author<Authored, Body, Key> = {
  schema: schema as z.ZodType<Authored>,
  derive({ text, gaps }, facts, item) {
    const problems: string[] = [];
    const marked = gapsIn(text);
    const ids = gaps.map((_, index) => `g${index + 1}`);
    for (const id of ids) {
      const times = marked.filter((each) => each === id).length;
      if (times !== 1)
        problems.push(
          `${gapName(id)} stands ${times === 0 ? "nowhere" : "more than once"} in the text: write {${id.slice(1)}} there once.`,
        );
    }
    for (const id of new Set(marked.filter((each) => !ids.includes(each))))
      problems.push(`The text has {${id.slice(1)}}, and \`gaps\` has not: add a gap there, or take it out.`);

    const asked: GapBody[] = [];
    const keys: GapKey[] = [];
    const rests: Rests[] = [];
    for (const [index, each] of gaps.entries()) {
      const id = ids[index]!;
      const fact = each.fact ?? item.fact;
      if (!facts.facts.has(fact)) {
        problems.push(`${gapName(id)} asks a fact '${fact}' that is not there: mend the id.`);
        continue;
      }
      const made = deriveGap(each, id, facts, { id: `${item.id}~${index + 1}`, prompt: item.prompt, fact });
      if ("problems" in made) {
        problems.push(...made.problems.map((sentence) => `${gapName(id)}. ${sentence}`));
        continue;
      }
      asked.push(made.asked);
      keys.push(made.key);
      rests.push(...made.rests);
    }
    if (problems.length > 0) return { problems };
    return { body: { text, gaps: asked }, key: { gaps: keys }, rests };
  },
};
