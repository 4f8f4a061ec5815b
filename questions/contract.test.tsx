import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import type { ComponentType } from "react";
import { describe, expect, it } from "vitest";
import { kinds } from ".";
import { changedKey, gradeChanged, type KeyChange } from "./changed-key";
import type { AnyKind, Fields, PaperProps, PlayerProps, ReviewProps, Sample } from "./contract";
import { LinePaper } from "./paper";
const NAME = "q3";

/** Each kind with its player, which stands in the kind's folder. */
const all = await Promise.all(
  Object.entries(kinds).map(async ([name, kind]) => {
    const module = (await import(`./${name}/player.tsx`)) as { default: ComponentType<PlayerProps> };
    return [name, kind as AnyKind, module.default] as const;
  }),
);

describe.each(all)("the kind '%s'", (kindName, kind, Player) => {
  const Review = kind.Review as ComponentType<ReviewProps>;
  const samples = kind.samples as readonly Sample[];
  const items = [...new Set(samples.map((sample) => sample.item))];
  const Paper: ComponentType<PaperProps> = kind.Paper ?? LinePaper;
  const print = (body: unknown, fields: Fields) => renderToStaticMarkup(<Paper body={body} fields={fields} />);
  const play = (body: unknown, fields: Fields) =>
    renderToStaticMarkup(<Player name={NAME} body={body} fields={fields} labelledBy="prompt" />);
  const readAndGrade = (item: Sample["item"], fields: Fields) => {
    const reading = kind.read(fields, item.body);
    return reading.state === "read" ? kind.grade(reading.response, item.key, item.body) : reading;
  };

  it("is registered under its own name", () => {
    expect(kind.name).toBe(kindName);
  });

  it.each(samples.map((sample) => [sample.shows, sample] as const))("%s", (_, { item, fields, earns }) => {
    const outcome = readAndGrade(item, fields);
    if (typeof earns === "string") expect(outcome.state).toBe(earns);
    else if (outcome.state === "scored") expect(outcome.fraction).toBeCloseTo(earns, 12);
    else expect(outcome).toMatchObject({ state: "scored" });
  });

  it("shows samples of all, nothing, part or blank: at least one that earns all and one that earns nothing", () => {
    const earned = samples.map((sample) => sample.earns);
    expect(earned).toContain(1);
    expect(earned).toContain(0);
    expect(earned).toContain("blank");
    expect(earned).toContain("malformed");
  });

  it("has samples that its own schemas and lint accept", () => {
    for (const item of items) {
      expect(kind.schema.body.safeParse(item.body).error?.issues).toBeUndefined();
      expect(kind.schema.key.safeParse(item.key).error?.issues).toBeUndefined();
      expect(kind.lint(item)).toEqual([]);
    }
    for (const { item, fields } of samples) {
      const reading = kind.read(fields, item.body);
      if (reading.state === "read") expect(kind.schema.response.safeParse(reading.response).success).toBe(true);
    }
  });

  it("reads untouched fields as blank, as a form posts them and as nothing at all", () => {
    for (const item of items) {
      expect(kind.read({}, item.body).state).toBe("blank");
      expect(kind.read(posted(play(kind.arrange(item.body, 1), {})), item.body)).toEqual({ state: "blank" });
    }
  });

  it("posts what was saved again, unchanged, without script", () => {
    for (const { item, fields } of samples) {
      const reading = kind.read(fields, item.body);
      if (reading.state === "malformed") continue;
      const again = kind.read(posted(play(kind.arrange(item.body, 4), fields)), item.body);
      expect(unordered(again)).toEqual(unordered(reading));
    }
  });

  it("never throws on hostile fields, and scores none of them beyond its bounds", () => {
    for (const item of items) {
      const names = [
        ...new Set([...samples.flatMap((sample) => Object.keys(sample.fields)), ...fieldNames(play(item.body, {}))]),
      ];
      const values = samples.flatMap((sample) => Object.values(sample.fields).flat());
      fc.assert(
        fc.property(hostileFields(names, values), (fields) => inBounds(readAndGrade(item, fields))),
        { numRuns: 300 },
      );
    }
  });

  it("survives what breaks others: forged ids, duplicates, huge and foreign strings, odd names", () => {
    const item = items[0]!;
    const names = [
      ...new Set([
        ...samples.flatMap((sample) => Object.keys(sample.fields)),
        "unknown",
        "__proto__",
        "constructor",
        "toString",
        "",
      ]),
    ];
    for (const name of names)
      for (const value of hostile) {
        for (const list of [[value], [value, value], Array.from({ length: 200 }, () => value)])
          inBounds(readAndGrade(item, withField(name, list)));
      }
    for (const name of names) inBounds(readAndGrade(item, withField(name, [])));
  });

  it("refuses fields that no form of it sends", () => {
    for (const item of items) expect(kind.read({ "no-such-field": ["1"] }, item.body).state).toBe("malformed");
  });

  it("keeps every fraction within 0 and 1, on any response that its schema admits", () => {
    const responses = samples.flatMap(({ item, fields }) => {
      const reading = kind.read(fields, item.body);
      return reading.state === "read" ? [reading.response] : [];
    });
    for (const item of items) {
      for (const response of responses) inBounds(kind.grade(response, item.key, item.body));
      fc.assert(
        fc.property(fc.constantFrom(...responses).chain(changed), (response) => {
          const admitted = kind.schema.response.safeParse(response);
          if (admitted.success) inBounds(kind.grade(admitted.data, item.key, item.body));
        }),
        { numRuns: 300 },
      );
    }
  });

  it("says what blind guessing earns within its bounds, and what each part of an answer tells", () => {
    for (const item of items) {
      const guess = kind.randomGuess?.(item.key, item.body) ?? null;
      if (guess !== null) {
        expect(guess).toBeGreaterThanOrEqual(0);
        expect(guess).toBeLessThan(1);
      }
    }
    for (const { item, fields } of samples) {
      const outcome = readAndGrade(item, fields);
      for (const part of outcome.state === "scored" ? outcome.receipt.parts : []) {
        const told = kind.tells?.(part, item.body, item.key) ?? null;
        if (told) for (const value of Object.values(told.told)) expect(["string", "number"]).toContain(typeof value);
      }
    }
  });

  it("has a right answer that its own form can send, and that earns exactly 1", () => {
    for (const item of items) {
      const solution = kind.solve(item.key, item.body);
      expect(readAndGrade(item, solution)).toMatchObject({ state: "scored", fraction: 1 });
      const again = posted(play(kind.arrange(item.body, 8), solution));
      expect(readAndGrade(item, again)).toMatchObject({ state: "scored", fraction: 1 });
    }
  });

  it("never earns all for marking everything, unless everything is right", () => {
    for (const item of items) {
      if (!kind.markAll) continue;
      const everything = kind.markAll(item.body);
      const outcome = readAndGrade(item, everything);
      if (outcome.state === "scored" && outcome.fraction === 1)
        expect(unordered(everything)).toEqual(unordered(kind.solve(item.key, item.body)));
    }
  });

  it("says part by part what was answered, by ids that do not hang on the order in which it came", () => {
    for (const { item, fields } of samples) {
      const outcome = readAndGrade(item, fields);
      if (outcome.state !== "scored") continue;
      const { parts, matched } = outcome.receipt;
      for (const part of parts) {
        expect(part.id).toMatch(/^.{1,120}$/u);
        expect(part.text).not.toBe("");
      }
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      for (const match of matched) expect(match.said && match.as).not.toBe("");
      if (outcome.fraction === 1) expect(parts.filter(({ right }) => !right)).toEqual([]);
    }
  });

  it("grades the same answer the same, and leaves body, key and response as they were", () => {
    for (const { item, fields } of samples) {
      const before = JSON.stringify(item);
      const once = readAndGrade(item, fields);
      expect(readAndGrade(item, fields)).toEqual(once);
      expect(JSON.stringify(item)).toBe(before);
    }
  });

  it("says how it graded: what was read, a rule, and lines that end in the fraction", () => {
    for (const { item, fields } of samples) {
      const outcome = readAndGrade(item, fields);
      if (outcome.state !== "scored") continue;
      const { read, rule, lines } = outcome.receipt;
      expect(read).not.toBe("");
      expect(rule).toMatch(/\.$/);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line.label).not.toBe("");
    }
  });

  it("shows the learner nothing of the author's order", () => {
    for (const item of items)
      for (const seed of [0, 1, 77, -5, 4294967295]) {
        const arranged = kind.arrange(item.body, seed);
        expect(kind.arrange(reversed(item.body), seed)).toEqual(arranged);
        expect(play(kind.arrange(reversed(item.body), seed), {})).toBe(play(arranged, {}));
        expect(kind.schema.body.safeParse(arranged).success).toBe(true);
      }
  });

  it("sends fields under its own name only", () => {
    for (const { item, fields } of samples) {
      const markup = play(kind.arrange(item.body, 2), fields);
      for (const tag of controls(markup)) expect(tag.attributes.name ?? `${NAME}.`).toMatch(/^q3\../);
      expect(fieldNames(markup).length).toBeGreaterThan(0);
    }
  });

  it("lets nothing of the key into the body or the player's page", () => {
    // Neither `arrange` nor the player is handed the key; what could be wrong is a body that repeats it.
    for (const { item } of samples) {
      const markup = play(kind.arrange(item.body, 3), {}) + JSON.stringify(item.body);
      // Ids of what is on offer are in both by their nature; sentences never are.
      for (const text of strings(item.key))
        if (text.length > 24 || text.includes(" ")) expect(leaks(markup, text, item.body)).toBe(false);
    }
  });

  it("has a player whose every control and picture has a name, and that needs no inline style or script", () => {
    for (const { item, fields } of samples) accessible(play(kind.arrange(item.body, 5), fields), ["prompt"]);
  });

  it("can be asked on paper: without controls or a word of the key, whatever the author's order", () => {
    for (const { body, key } of items) {
      const sheet = print(kind.arrange(body, 7), {});
      expect(controls(sheet)).toEqual([]);
      accessible(sheet, []);
      expect(print(kind.arrange(reversed(body), 7), {})).toBe(sheet);
      for (const sentence of strings(key))
        if (sentence.length > 24 || sentence.includes(" ")) expect(leaks(sheet, sentence, body)).toBe(false);
    }
  });

  it("shows on the marker's sheet what is right, where it would be written, and says what else counts", () => {
    for (const { body, key } of items) {
      const arranged = kind.arrange(body, 7);
      const sheet = print(arranged, kind.solve(key, body));
      expect(text(sheet)).not.toBe(text(print(arranged, {})));
      accessible(sheet, []);
      for (const sentence of kind.alsoRight?.(key, arranged) ?? []) expect(sentence).toMatch(/\S.*[.?!’]$/);
    }
  });

  it("can take any answer for right afterwards, too or instead, and leaves the others' order as it was", () => {
    for (const { item, fields } of samples) {
      const reading = kind.read(fields, item.body);
      const before = readAndGrade(item, fields);
      if (reading.state !== "read" || before.state !== "scored" || reading.unsettled) continue;
      const { response } = reading;
      const others = samples.filter((other) => other.item === item).map((other) => other.fields);
      const by = (changes: KeyChange[], sent: Fields) => {
        const read = kind.read(sent, item.body);
        const changed = changedKey(kind, item, changes);
        expect(kind.schema.key.safeParse(changed.key).error?.issues).toBeUndefined();
        return read.state === "read" ? gradeChanged(kind, read.response, item, changed) : read;
      };
      for (const what of ["accept", "replace"] as const) {
        const change: KeyChange = { what, response, part: null };
        const now = by([change], fields);
        expect(now).toMatchObject({ state: "scored", fraction: 1 });
        inBounds(now);
        if (before.fraction < 1 && now.state === "scored") expect(now.receipt.notes[0]).toMatch(/accepted later/);
        // Said twice it is said once.
        expect(by([change, change], fields)).toMatchObject({ fraction: 1 });
        if (what === "accept") {
          // What is accepted beside the right answer takes nothing from anybody.
          for (const sent of others) {
            const [was, is] = [readAndGrade(item, sent), by([change], sent)];
            if (was.state === "scored" && is.state === "scored")
              expect(is.fraction).toBeGreaterThanOrEqual(was.fraction - 1e-9);
          }
        } else if (before.fraction === 0)
          expect(by([change], kind.solve(item.key, item.body))).not.toMatchObject({ fraction: 1 });
      }
      expect(by([{ what: "version", key: item.key }], fields)).toEqual(before);
    }
  });

  it("has a review for every outcome, named likewise and without controls", () => {
    for (const { item, fields } of samples) {
      const reading = kind.read(fields, item.body);
      const outcome = readAndGrade(item, fields);
      const response = reading.state === "read" ? reading.response : null;
      const body = kind.arrange(item.body, 6);
      const markup = renderToStaticMarkup(<Review body={body} key_={item.key} response={response} outcome={outcome} />);
      accessible(markup, []);
      expect(controls(markup)).toEqual([]);
      expect(text(markup)).not.toBe("");
      if (response !== null) expect(renderToStaticMarkup(<>{kind.summary(response, body)}</>)).not.toBe("");
    }
  });
});

// ── what is tried ────────────────────────────────────────────────────────────────────────────────────────────

const hostile = [
  "",
  " ",
  "\u0000",
  "__proto__",
  "constructor",
  "NaN",
  "Infinity",
  "1e309",
  "-0",
  "١٩٣٩",
  "23.8.١٩٣٩",
  "\u202e23 August 1939",
  "M\u0301".repeat(50),
  "👩‍👩‍👧‍👦".repeat(20),
  "\ud800",
  "<script>alert(1)</script>",
  "' OR 1=1 --",
  "../../etc/passwd",
  "x".repeat(100_000),
  "1".repeat(100_000),
  "9/".repeat(50_000),
  " ".repeat(100_000),
  "a-".repeat(50_000),
];

function hostileFields(names: string[], values: string[]): fc.Arbitrary<Fields> {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...names) },
    fc.string({ maxLength: 12 }),
    fc.constant("__proto__"),
  );
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...values, "") },
    fc.constantFrom(...hostile.filter((each) => each.length < 5000)),
    fc.string({ unit: "binary", maxLength: 40 }),
  );
  return fc.array(fc.tuple(name, fc.array(value, { maxLength: 5 })), { maxLength: 4 }).map((pairs) => {
    const fields: Record<string, string[]> = {};
    for (const [each, list] of pairs)
      Object.defineProperty(fields, each, { value: list, enumerable: true, configurable: true, writable: true });
    return fields;
  });
}

/** An own property, even when it is called `__proto__`. */
function withField(name: string, list: string[]): Fields {
  return Object.defineProperty({}, name, { value: list, enumerable: true }) as Fields;
}

/** A response with one of its values changed to another of the same type. */
function changed(response: unknown): fc.Arbitrary<unknown> {
  if (typeof response === "string")
    return fc.oneof(
      fc.constant(response),
      fc.constantFrom(...hostile.filter((each) => each.length < 5000)),
      fc.string(),
    );
  if (typeof response === "number") return fc.oneof(fc.constant(response), fc.double(), fc.integer());
  if (Array.isArray(response))
    return fc
      .array(fc.nat({ max: Math.max(0, response.length - 1) }), { maxLength: response.length + 2 })
      .chain((picked) => fc.tuple(...picked.map((index) => changed(response[index]))));
  if (response && typeof response === "object")
    return fc.record(Object.fromEntries(Object.entries(response).map(([key, value]) => [key, changed(value)])));
  return fc.constant(response);
}

function inBounds(outcome: { state: string; fraction?: number }) {
  expect(["blank", "malformed", "scored"]).toContain(outcome.state);
  if (outcome.state !== "scored") return;
  expect(Number.isFinite(outcome.fraction)).toBe(true);
  expect(outcome.fraction).toBeGreaterThanOrEqual(0);
  expect(outcome.fraction).toBeLessThanOrEqual(1);
}

/** The same body, every list of things turned round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) {
    const inner = value.map(reversed) as unknown[];
    return (value.every((each) => typeof each === "object" && !Array.isArray(each)) ? inner.reverse() : inner) as T;
  }
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, reversed(each)])) as T;
  return value;
}

/** The same with every list of strings sorted: boxes are posted in the order of the page, whatever was sent before. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unordered(each)]));
  return value;
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value && typeof value === "object") return Object.values(value).flatMap(strings);
  return [];
}

/** Whether a sentence of the key stands in the page without being one of the body's own strings (a name on offer). */
function leaks(page: string, sentence: string, body: unknown): boolean {
  return page.includes(sentence) && !strings(body).some((own) => own === sentence);
}

// ── markup, read as a browser would ──────────────────────────────────────────────────────────────────────────

interface Tag {
  name: string;
  attributes: Record<string, string>;
  /** Elements around it, outermost first. */
  within: Tag[];
  /** What stands between its start and its end, tags left out. */
  words: string;
}

const EMPTY = new Set(["input", "br", "hr", "img", "link", "meta"]);

function tags(markup: string): Tag[] {
  const found: Tag[] = [];
  const open: Tag[] = [];
  for (const [, close, name, inner, , words] of markup.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g,
  )) {
    if (words !== undefined) {
      for (const each of open) each.words += words;
    } else if (close) {
      open.pop();
    } else {
      const attributes = Object.fromEntries(
        [...inner!.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, unescaped(value ?? "")]),
      );
      const tag: Tag = { name: name!, attributes, within: [...open], words: "" };
      found.push(tag);
      if (!EMPTY.has(name!)) open.push(tag);
    }
  }
  return found;
}

const unescaped = (value: string) =>
  value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const text = (markup: string) => markup.replace(/<[^>]*>/g, " ").trim();
const isControl = ({ name }: Tag) => ["input", "select", "textarea", "button"].includes(name);
const controls = (markup: string) => tags(markup).filter(isControl);

function fieldNames(markup: string): string[] {
  return [...new Set(controls(markup).flatMap(({ attributes }) => attributes.name?.slice(NAME.length + 1) ?? []))];
}

/** What a browser without script would post of these controls. */
function posted(markup: string): Fields {
  const fields: Record<string, string[]> = {};
  const all = tags(markup);
  for (const control of all.filter(isControl)) {
    const { name, attributes, words } = control;
    if (name === "button" || !attributes.name || "disabled" in attributes) continue;
    if (name === "select") {
      const options = all.filter((each) => each.name === "option" && each.within.includes(control));
      const selected = options.filter((each) => "selected" in each.attributes);
      const sent = "multiple" in attributes ? selected : [selected.at(-1) ?? options[0]!];
      for (const each of sent)
        (fields[attributes.name.slice(NAME.length + 1)] ??= []).push(each.attributes.value ?? unescaped(each.words));
      continue;
    }
    const { type = "text", value } = attributes;
    if ((type === "checkbox" || type === "radio") && !("checked" in attributes)) continue;
    const field = attributes.name.slice(NAME.length + 1);
    const sent =
      name === "textarea" ? unescaped(words) : (value ?? (type === "checkbox" || type === "radio" ? "on" : ""));
    (fields[field] ??= []).push(sent);
  }
  return fields;
}

/** Names, groups, references and pictures; what axe says of colours and focus is tried in the browser. */
function accessible(markup: string, known: string[]) {
  const found = tags(markup);
  const ids = found.flatMap(({ attributes }) => attributes.id ?? []);
  expect(ids).toEqual([...new Set(ids)]);
  const exists = (id: string) => ids.includes(id) || known.includes(id);
  const named = ({ attributes, words }: Tag) =>
    Boolean(attributes["aria-label"]?.trim() || attributes["aria-labelledby"] || words.trim());

  for (const tag of found) {
    const { name, attributes, within } = tag;
    expect(Object.keys(attributes).filter((key) => key === "style" || /^on/.test(key))).toEqual([]);
    for (const key of ["aria-labelledby", "aria-describedby", "aria-controls", "for"])
      for (const id of attributes[key]?.split(/\s+/) ?? []) expect([key, id, exists(id)]).toEqual([key, id, true]);
    if (name === "a" && attributes.href?.startsWith("#")) expect(exists(attributes.href.slice(1))).toBe(true);

    if (["select", "textarea"].includes(name) || (name === "input" && attributes.type !== "hidden")) {
      const label =
        within.some((each) => each.name === "label" && each.words.trim()) ||
        found.some((each) => each.name === "label" && each.attributes.for === attributes.id && attributes.id) ||
        attributes["aria-label"]?.trim() ||
        attributes["aria-labelledby"];
      expect([tag.attributes, Boolean(label)]).toEqual([tag.attributes, true]);
      if (attributes.type === "radio" || attributes.type === "checkbox") {
        const group = within.find(
          (each) => each.name === "fieldset" || ["group", "radiogroup"].includes(each.attributes.role ?? ""),
        );
        const legend = found.some(
          (each) => each.name === "legend" && group && each.within.includes(group) && each.words.trim(),
        );
        expect(Boolean(group && (legend || named({ ...group, words: "" })))).toBe(true);
      }
    }
    if (name === "button") expect(named(tag)).toBe(true);
    if (name === "svg") {
      const hidden = [tag, ...within].some((each) => each.attributes["aria-hidden"] === "true");
      expect(hidden || Boolean(attributes["aria-label"] && attributes.role)).toBe(true);
    }
    if (name === "img") expect(attributes.alt).toBeDefined();
    if (name === "dt" || name === "dd") expect(within.some((each) => each.name === "dl")).toBe(true);
  }
}
