import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { z } from "zod";
import { recall } from "./memory";
import { anyOf, didYouMean, Problems, type Place } from "./problems";

/** Steps to a value in a file: `["items", 3, "prompt"]`. */
export type Path = readonly (string | number)[];

/** A YAML text that was read, and where each of its values stands. */
export interface Yaml {
  file: string;
  value: unknown;
  /** Of the value, or, when it is not there, of the nearest thing around it. */
  at(path: Path): Place;
  /** Of a key in a map, also of one that no schema knows. */
  atKey(path: Path, key: string): Place;
}

/**
 * Reads one YAML text. Returns undefined, with the reasons in `problems`, when it is not YAML at all.
 * `firstLine` is the line of the file on which the text begins: front matter begins on the second.
 */
export function readYaml(file: string, text: string, problems: Problems, firstLine = 1): Yaml | undefined {
  const { yaml, found } = recall(`yaml ${file} ${firstLine}`, [text], () => {
    const found = new Problems();
    return { yaml: parseYaml(file, text, found, firstLine), found };
  });
  problems.take(found);
  return yaml;
}

function parseYaml(file: string, text: string, problems: Problems, firstLine: number): Yaml | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: "1.2" });
  const lineOf = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  for (const error of document.errors) {
    problems.add({ file, line: lineOf(error.pos[0]) }, ...inWords(error.code, error.message));
  }
  let aliases = 0;
  visit(document, {
    Alias(_, node) {
      aliases++;
      const place = { file, line: lineOf(node.range?.[0] ?? 0) };
      problems.add(place, `\`*${node.source}\` refers to another part of the file`, "Write the value out.");
    },
  });
  if (document.errors.length > 0 || aliases > 0) return undefined;

  const at = (path: Path): Place => ({ file, line: lineOf(offsetOf(document, path)) });
  return {
    file,
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    at,
    atKey(path, key) {
      const map = path.length === 0 ? document.contents : document.getIn(path, true);
      if (!isMap(map)) return at(path);
      const pair = map.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
      return isNode(pair?.key) && pair.key.range ? { file, line: lineOf(pair.key.range[0]) } : at(path);
    },
  };
}

/**
 * The value at `path` as the schema makes it, or undefined with a problem for every slip in it.
 * A schema's message is '<what is wrong> → <what to do>'; the arrow and the rest may be missing.
 */
export function checked<T>(schema: z.ZodType<T>, yaml: Yaml, path: Path, problems: Problems): T | undefined {
  const value = path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], yaml.value);
  return checkedPart(schema, value, yaml, path, problems);
}

/**
 * The fields of a whole file: those that are sound, and for the others what stands in `instead`, so that a slip in one
 * hides nothing that hangs on another. Every slip is a problem, and what is made of them is no good but for looking at.
 */
export function soundFields<T extends object>(
  schema: z.ZodType<T> & { shape: Record<string, z.ZodType> },
  yaml: Yaml,
  instead: T,
  problems: Problems,
): { fields: T; whole: boolean } {
  const all = checked(schema, yaml, [], problems);
  if (all) return { fields: all, whole: true };
  const written = Object(yaml.value) as Record<string, unknown>;
  const sound = Object.entries(schema.shape).flatMap(([name, field]) => {
    const { data } = field.safeParse(written[name]);
    return data === undefined ? [] : [[name, data] as const];
  });
  return { fields: { ...instead, ...Object.fromEntries(sound) }, whole: false };
}

/** The same for a part of what stands at `path`: some of its fields, say. */
export function checkedPart<T>(
  schema: z.ZodType<T>,
  value: unknown,
  yaml: Yaml,
  path: Path,
  problems: Problems,
): T | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(issue, schema, yaml, path, problems);
  return undefined;
}

function report(issue: z.core.$ZodIssue, schema: z.ZodType, yaml: Yaml, path: Path, problems: Problems): void {
  const inside = issue.path.filter((step) => typeof step !== "symbol");
  const full = [...path, ...inside];
  const name = nameOf(inside);

  if (issue.code === "unrecognized_keys") {
    const known = fieldsAt(schema, inside);
    for (const key of issue.keys) {
      // In braces a comma begins a new field, and what follows it has no value.
      if ((issue.input as Record<string, unknown> | undefined)?.[key] === null && !known.includes(key)) {
        const place = yaml.atKey(full, key);
        problems.add(
          place,
          `\`${key}\` has no value and is not a field here`,
          "Put a text that holds a comma in quotes.",
        );
        continue;
      }
      const all = known.length > 0 ? `The fields here are ${known.map((each) => `\`${each}\``).join(", ")}.` : "";
      problems.add(
        yaml.atKey(full, key),
        `\`${key}\` is not a field here`,
        didYouMean(key, known, all || "Take it out."),
      );
    }
    return;
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    problems.add(
      yaml.at(full),
      `${name} is missing`,
      `Add \`${String(inside.at(-1) ?? "it")}:\` with ${kindOfValue(issue.expected)}.`,
    );
    return;
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    // Of several forms the one with the fewest slips was probably meant.
    const [meant] = [...issue.errors].sort(
      (a, b) => Math.max(...b.map(depth)) - Math.max(...a.map(depth)) || a.length - b.length,
    );
    for (const each of meant ?? [])
      report({ ...each, path: [...inside, ...each.path] } as z.core.$ZodIssue, schema, yaml, path, problems);
    return;
  }
  const [wrong, remedy] = said(issue);
  problems.add(yaml.at(full), `${name} ${wrong}`, remedy);
}

const depth = (issue: z.core.$ZodIssue) => issue.path.length;

/** What is wrong and what to do about it. */
function said(issue: z.core.$ZodIssue): [string, string] {
  const [wrong = "", remedy] = issue.message.split(" → ");
  if (remedy !== undefined) return [wrong, remedy];
  switch (issue.code) {
    case "invalid_type":
      return [`is not ${kindOfValue(issue.expected)}`, `Write ${kindOfValue(issue.expected)}.`];
    case "invalid_value":
      return ["is none of the words that may stand here", `Write ${anyOf(issue.values.map(String))}.`];
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? [`is less than ${issue.minimum}`, `Write a number from ${issue.minimum} up.`]
        : [
            wrong.startsWith("Too small") ? "is too short" : wrong,
            `Write ${issue.exact ? "exactly" : "at least"} ${issue.minimum}.`,
          ];
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? [`is more than ${issue.maximum}`, `Write a number up to ${issue.maximum}.`]
        : [
            wrong.startsWith("Too big") ? "is too long" : wrong,
            `Write ${issue.exact ? "exactly" : "at most"} ${issue.maximum}.`,
          ];
    default:
      return [wrong, "See docs/author.md for the form."];
  }
}

/** A type as an author would say it. */
function kindOfValue(expected: string): string {
  const names: Record<string, string> = {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    tuple: "a list",
    object: "fields of its own",
    record: "fields of its own",
  };
  return names[expected] ?? `a value (${expected})`;
}

/** '`prompt`', '`options[2].text`', 'this' */
function nameOf(path: Path): string {
  if (path.length === 0) return "this";
  const text = path.map((step, index) =>
    typeof step === "number" ? `[${step + 1}]` : index === 0 ? step : `.${step}`,
  );
  return `\`${text.join("")}\``;
}

/** The fields that a strict object of this schema has at a path; empty when that cannot be told. */
function fieldsAt(schema: unknown, path: Path): string[] {
  let here = unwrapped(schema);
  for (const step of path) {
    const def = here?.def;
    here = unwrapped(typeof step === "number" ? (def?.element ?? def?.items?.[step]) : def?.shape?.[step]);
  }
  if (here?.def.shape) return Object.keys(here.def.shape);
  const forms = here?.def.options ?? [];
  return [...new Set(forms.flatMap((form) => Object.keys(unwrapped(form)?.def.shape ?? {})))];
}

interface AnySchema {
  def: {
    innerType?: unknown;
    in?: unknown;
    element?: unknown;
    items?: unknown[];
    shape?: Record<string, unknown>;
    options?: unknown[];
  };
}

/** Without 'optional', 'default' and the like around it. */
function unwrapped(schema: unknown): AnySchema | undefined {
  let here = schema as AnySchema | undefined;
  while (here?.def.innerType ?? here?.def.in) here = (here?.def.innerType ?? here?.def.in) as AnySchema;
  return here;
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function inWords(code: string, message: string): [string, string] {
  const plain = message.split(" at line ")[0]!;
  switch (code) {
    case "DUPLICATE_KEY":
      return ["this field stands here twice", "Keep one of the two."];
    case "TAB_AS_INDENT":
      return ["a tab indents this line", "Indent with spaces."];
    case "BLOCK_AS_IMPLICIT_KEY":
      return ["a colon and a space stand inside this text", "Put the whole text in quotes."];
    case "BAD_INDENT":
      return [`the indentation is not even: ${plain}`, "Line up fields of the same thing under each other."];
    default:
      return [
        `this is not YAML: ${plain}`,
        "Look for a missing quotation mark, bracket or colon; put text that holds ': ' or ' #' in quotes.",
      ];
  }
}
