import type { PhrasingContent, RootContent } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { FactBase } from "@/facts/base";
import type { Block, Inline, Note, Term } from "./compiled";
import { recall } from "./memory";
import { isDateForm, quotedDate, quotedDateForms } from "./quoted-date";
import { isNumberForm, quotedNumber, quotedNumberForms } from "./quoted-number";
import { didYouMean, missing, type Place, type Problems } from "./problems";
import { bindDays, typeset } from "./typeset";

/** What the words of a lesson may refer to. */
export interface References {
  facts: FactBase;
  /** Ids of the course's figures. */
  figures: ReadonlySet<string>;
  /** The words of the glossary, by id. */
  terms: ReadonlyMap<string, Term>;
}

/** A link to another place of the course, to be looked up when all lessons are read. */
export interface InnerLink {
  place: Place;
  /** '#passage' or '/lessons/lesson#passage'. */
  url: string;
  /** Its words: 'Lesson 3'. */
  text: string;
}

/** Words that an author typed; what the fact base gave stands in them as `quoted`. */
export interface TypedWords {
  text: string;
  /** Line of the file on which they begin; a line end in `text` is one there. */
  line: number;
}

/** What a block's author typed, and what may vouch for the numbers in it. */
export interface TypedBlock {
  words: TypedWords[];
  /** Ids of the facts that the block names. */
  facts: string[];
  /** Titles of the sources that it cites. */
  titles: string[];
  /** A heading stands for all that the lesson names. */
  heading?: true;
}

export interface LessonBody {
  blocks: Block[];
  /** The first and the last line of each block in the file. */
  lines: Lines[];
  links: InnerLink[];
  typed: TypedBlock[];
  /** What was exempted from the check of numbers, as typed. */
  exempt: string[];
}

export interface Lines {
  from: number;
  to: number;
}

/** Stands where the fact base gave the words. */
export const quoted = "\uFFFC";

/** 'Lesson 3', at the beginning of a link. */
export const lessonNumber = /\blesson\s+(\d+)\b/i;

const reader = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective);

/**
 * Reads the text of a lesson into blocks. What the format does not know is a problem with its line and what to do,
 * and is left out. `firstLine` is the line of the file on which the text begins.
 */
export function readLessonBody(
  file: string,
  text: string,
  references: References,
  problems: Problems,
  firstLine = 1,
): LessonBody {
  const reading = new Reading(file, text, firstLine, references, problems);
  const { children } = recall(`markdown ${file}`, [text], () => reader.parse(text));
  const read = children.flatMap((node) => {
    const block = reading.block(node);
    return block ? [{ block, lines: linesOf(node, firstLine) }] : [];
  });
  const [blocks, lines] = [read.map((each) => each.block), read.map((each) => each.lines)];
  return { blocks, lines, links: reading.links, typed: reading.typed, exempt: reading.exempt };
}

function linesOf({ position }: Positioned, firstLine: number): Lines {
  const line = (end: "start" | "end") => (position?.[end].line ?? 1) + firstLine - 1;
  return { from: line("start"), to: line("end") };
}

// remark-directive adds its nodes to the types of mdast.
type ContainerDirective = Extract<RootContent, { type: "containerDirective" }>;
type LeafDirective = Extract<RootContent, { type: "leafDirective" }>;
type TextDirective = Extract<PhrasingContent, { type: "textDirective" }>;
type Directive = ContainerDirective | LeafDirective | TextDirective;
interface Positioned {
  position?: { start: { line: number }; end: { line: number } };
}

const blockHelp =
  "A lesson is made of `## Headings`, `:::passage{#name}` … `:::`, `:::wrong` … `:::`, `:::check` … `:::` and `::figure{id=name}`.";

class Reading {
  readonly links: InnerLink[] = [];
  readonly typed: TypedBlock[] = [];
  readonly exempt: string[] = [];
  private readonly lines: string[];
  private readonly ids = new Map<string, number>();
  private passages = 0;
  private sources = 0;
  /** Facts named by the block that is being read. */
  private named: string[] = [];
  /** What was typed in it, and the sources that it cites. */
  private words: TypedWords[] = [];
  private titles: string[] = [];
  /** Facts of the passage before. */
  private before: string[] = [];

  constructor(
    private readonly file: string,
    text: string,
    private readonly firstLine: number,
    private readonly references: References,
    private readonly problems: Problems,
  ) {
    this.lines = text.split(/\r?\n/);
  }

  block(node: RootContent): Block | undefined {
    switch (node.type) {
      case "heading": {
        if (node.depth !== 2) {
          const depth = "#".repeat(node.depth);
          return this.refuse(
            node,
            `a heading of depth ${node.depth}`,
            `Write \`## \` instead of \`${depth} \`: a lesson has one depth of headings.`,
          );
        }
        const heading = plain(this.inlines(node.children));
        this.begin();
        this.type(node);
        this.typed.push({ words: this.words, facts: [], titles: [], heading: true });
        return { type: "heading", id: this.claim(`on--${slug(heading)}`, node, "heading"), text: heading };
      }
      case "containerDirective":
        this.closed(node);
        if (node.name === "passage") return this.passage(node);
        if (node.name === "wrong") return this.wrong(node);
        if (node.name === "check") return this.check(node);
        return this.refuse(
          node,
          `\`:::${node.name}\``,
          node.name === "note" || node.name === "source"
            ? "Put it inside a passage, and give the passage four colons: `::::passage{#name}` … `::::`."
            : didYouMean(node.name, ["passage", "wrong", "check", "note", "source"], blockHelp),
        );
      case "leafDirective":
        if (node.name !== "figure")
          return this.refuse(node, `\`::${node.name}\``, didYouMean(node.name, ["figure"], blockHelp));
        return this.figure(node);
      case "paragraph":
        if (strayColons(node)) {
          return this.refuse(
            node,
            "a row of colons that closes nothing",
            "Give the outer of two nested parts four colons, the inner three.",
          );
        }
        return this.refuse(
          node,
          "a paragraph outside a passage",
          "Put it between `:::passage{#a-short-name}` and `:::`, so that it can be cited.",
        );
      default:
        return this.refuse(node, describe(node), blockHelp);
    }
  }

  private passage(node: ContainerDirective): Block | undefined {
    const { id, about } = this.attributes(node, ["id", "about"]);
    this.begin(about, node);
    if (id === undefined) {
      this.add(
        node,
        "this passage has no name",
        "Write `:::passage{#a-short-name}`: the name is its address and stays when the words change.",
      );
    } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      this.add(
        node,
        `\`${id}\` is not in kebab case`,
        "Name the passage with small letters, digits and single hyphens.",
      );
    }

    const paragraphs: Inline[][] = [];
    const notes: Note[] = [];
    for (const child of node.children) {
      if (child.type === "paragraph" && strayColons(child)) {
        this.refuse(
          child,
          "a row of colons that closes nothing",
          "Give the outer of two nested parts four colons, the inner three.",
        );
      } else if (child.type === "paragraph") {
        if (paragraphs.length === 1) {
          this.add(
            child,
            "this passage has a second paragraph",
            "A passage is one paragraph: give the second a passage of its own.",
          );
        }
        paragraphs.push(this.inlines(child.children));
        this.type(child);
      } else if (child.type === "containerDirective" && child.name === "note") {
        this.closed(child);
        const { label } = this.attributes(child, ["label"]);
        if (label === undefined)
          this.add(child, "this note has no label", 'Write `:::note{label="Where historians differ"}`.');
        this.typeText(label, child);
        notes.push({ type: "note", label: typeset(label ?? "Note"), paragraphs: this.paragraphs(child) });
      } else if (child.type === "containerDirective" && child.name === "source") {
        this.closed(child);
        notes.push(this.source(child));
      } else {
        const name = "name" in child ? `\`${child.name}\`` : describe(child);
        this.refuse(
          child,
          `${name} inside a passage`,
          "A passage holds one paragraph, and `:::note` and `:::source` for its margin.",
        );
      }
    }
    const refused = node.children.length > notes.length;
    if (paragraphs.length === 0 && !refused)
      this.add(node, "this passage has no words", "Write its paragraph, or take it out.");
    this.before = this.named;
    this.end();
    return {
      type: "passage",
      id: this.claim(id ?? `passage-${this.passages + 1}`, node, "passage"),
      number: ++this.passages,
      inlines: paragraphs.flat(),
      notes,
      facts: this.named,
    };
  }

  private source(node: ContainerDirective): Note {
    const { ids, label } = this.attributes(node, ["ids", "label"]);
    const codes = listed(ids);
    if (codes.length === 0)
      this.add(
        node,
        "this note names no source",
        'Write `:::source{ids="SP39 LIT"}` with codes of facts/sources.yaml.',
      );
    const sources = codes.flatMap((code) => {
      const source = this.references.facts.sources.get(code);
      if (!source) this.unknown(node, "source", code, this.references.facts.sources.keys(), "facts/sources.yaml");
      return source ? [{ id: source.id, title: source.title, ...(source.url ? { url: source.url } : {}) }] : [];
    });
    this.titles.push(...sources.map(({ title }) => title));
    this.typeText(label, node);
    return {
      type: "source",
      number: ++this.sources,
      label: typeset(label ?? (codes.length > 1 ? "Sources" : "Source")),
      paragraphs: this.paragraphs(node),
      sources,
    };
  }

  private wrong(node: ContainerDirective): Block {
    const { about } = this.attributes(node, ["about"]);
    this.begin(about, node);
    const paragraphs = this.paragraphs(node);
    if (paragraphs.length === 0)
      this.add(node, "nothing stands here", "Write what people get wrong, a paragraph each.");
    this.end();
    return { type: "wrong", paragraphs, facts: this.named };
  }

  /** 'Check yourself'. Its answer stands in the passage above it, and may say what that passage says. */
  private check(node: ContainerDirective): Block {
    const { question, about } = this.attributes(node, ["question", "about"]);
    this.begin(about, node);
    if (question === undefined || !question.trim().endsWith("?"))
      this.add(node, "this check asks nothing", 'Write `:::check{question="What did the protocol annex?"}`.');
    this.typeText(question, node);
    const paragraphs = this.paragraphs(node);
    if (paragraphs.length === 0)
      this.add(node, "this check has no answer", "Write it: a short paragraph, found in the passage above.");
    this.end(this.before);
    return { type: "check", question: typeset((question ?? "").trim()), paragraphs, facts: this.named };
  }

  /** A block begins: what it names and says is gathered from here on. */
  private begin(about?: string, node?: Positioned): void {
    [this.named, this.words, this.titles] = [[], [], []];
    if (node) for (const fact of listed(about)) this.name(fact, node);
  }

  private end(also: readonly string[] = []): void {
    this.typed.push({ words: this.words, facts: [...this.named, ...also], titles: this.titles });
  }

  private type(node: Positioned & { children: readonly PhrasingContent[] }): void {
    this.words.push({ text: this.typedIn(node.children), line: this.place(node).line });
  }

  private typeText(text: string | undefined, node: Positioned): void {
    if (text !== undefined) this.words.push({ text, line: this.place(node).line });
  }

  /** The words as typed, line ends kept, without those that come from the fact base or were exempted. */
  private typedIn(nodes: readonly PhrasingContent[]): string {
    return nodes
      .map((node) => {
        if (node.type === "text") return node.value;
        if (!("children" in node)) return node.type === "break" ? "\n" : "";
        const inside = this.typedIn(node.children);
        // Of a link to a lesson the number is compared with that lesson's.
        if (node.type === "link" && node.url.startsWith("/lessons/")) return inside.replace(lessonNumber, quoted);
        if (node.type !== "textDirective" || node.name === "fact" || node.name === "term") return inside;
        if (node.name === "exempt") this.exempt.push(inside);
        return quoted;
      })
      .join("");
  }

  private figure(node: LeafDirective): Block | undefined {
    const { id } = this.attributes(node, ["id"]);
    if (id === undefined) return this.refuse(node, "a figure without a name", "Write `::figure{id=spheres-1939}`.");
    if (!this.references.figures.has(id)) this.unknown(node, "figure", id, this.references.figures, "figures/");
    return { type: "figure", figureId: id };
  }

  /** The paragraphs of a note or of what people get wrong. */
  private paragraphs(node: ContainerDirective): Inline[][] {
    return node.children.flatMap((child) => {
      if (child.type === "paragraph" && !strayColons(child)) {
        this.type(child);
        return [this.inlines(child.children)];
      }
      this.refuse(child, `${describe(child)} inside \`:::${node.name}\``, "Only paragraphs may stand here.");
      return [];
    });
  }

  private inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return joined(nodes.flatMap((node) => this.inline(node) ?? []));
  }

  private inline(node: PhrasingContent): Inline | undefined {
    switch (node.type) {
      case "text":
        return { type: "text", text: node.value.replace(/\s*\n\s*/g, " ") };
      case "emphasis":
        return { type: "emphasis", inlines: this.inlines(node.children) };
      case "strong":
        return { type: "strong", inlines: this.inlines(node.children) };
      case "link":
        if (/^(#|\/lessons\/)/.test(node.url)) {
          const text = plain(this.inlines(node.children));
          this.links.push({ place: this.place(node), url: node.url, text });
        } else if (!/^(https?:\/\/|\/(?!\/))/.test(node.url)) {
          return this.refuse(
            node,
            `a link to \`${node.url}\``,
            "Link to https://…, to /lessons/…, or to #a-passage of this lesson.",
          );
        }
        return { type: "link", url: node.url, inlines: this.inlines(node.children) };
      case "textDirective":
        return this.quotation(node);
      case "break":
        return this.refuse(node, "a forced line break", "Take out the spaces or the backslash at the end of the line.");
      case "html":
        // The end tag is the same slip as its beginning.
        if (node.value.startsWith("</")) return undefined;
        return this.refuse(
          node,
          `HTML (\`${node.value.slice(0, 30)}\`)`,
          "Use *emphasis*, **strong** and links; write `&lt;` for a plain <.",
        );
      case "inlineCode":
        return this.refuse(node, "words between backquotes", "Use *emphasis* or quotation marks.");
      default:
        return this.refuse(
          node,
          describe(node),
          "Use *emphasis*, **strong**, links, `:date[…]`, `:number[…]`, `:fact[…]{id=…}`, `:person[…]` and `:term[…]{id=…}`.",
        );
    }
  }

  /** Words that come from the fact base or point there. */
  private quotation(node: TextDirective): Inline | undefined {
    const words = plain(this.inlines(node.children)).trim();
    const { facts } = this.references;
    switch (node.name) {
      case "date": {
        const { form = "full", which, end } = this.attributes(node, ["form", "which", "end"]);
        const fact = this.name(words, node);
        if (!fact) return undefined;
        if (!isDateForm(form)) {
          return this.refuse(node, `\`form="${form}"\``, `Write one of ${quotedDateForms.join(", ")}.`);
        }
        if (which !== undefined && which !== "also" && which !== "first") {
          return this.refuse(
            node,
            `\`which="${which}"\``,
            'Write `which="also"` for the second date, or leave it out.',
          );
        }
        if (end !== undefined && end !== "from" && end !== "to") {
          return this.refuse(node, `\`end="${end}"\``, 'Write `end="from"` or `end="to"`, or leave it out.');
        }
        const found = quotedDate(fact, form, which, end);
        if ("wrong" in found) {
          this.add(node, found.wrong, found.remedy);
          return undefined;
        }
        return { type: "fact", factId: fact.id, text: found.text, date: true };
      }
      case "number": {
        const { form } = this.attributes(node, ["form"]);
        const fact = this.name(words, node);
        if (!fact) return undefined;
        if (form !== undefined && !isNumberForm(form)) {
          return this.refuse(node, `\`form="${form}"\``, `Write one of ${quotedNumberForms.join(", ")}.`);
        }
        const found = quotedNumber(fact, form);
        if ("wrong" in found) {
          this.add(node, found.wrong, found.remedy);
          return undefined;
        }
        return { type: "fact", factId: fact.id, text: found.text, date: false };
      }
      case "exempt": {
        const { why } = this.attributes(node, ["why"]);
        if (why === undefined || why.trim() === "")
          this.add(node, "`:exempt` without a reason", 'Write `:exempt[about a third]{why="computed from …"}`.');
        return { type: "exempt", why: typeset((why ?? "").trim()), inlines: this.inlines(node.children) };
      }
      case "term": {
        const { id } = this.attributes(node, ["id"]);
        if (id === undefined || words === "")
          return this.refuse(
            node,
            `\`:term\` without ${words === "" ? "words" : "an id"}`,
            "Write `:term[the word shown]{id=term-id}`.",
          );
        if (!this.references.terms.has(id)) {
          this.unknown(node, "term", id, this.references.terms.keys(), "glossary.yaml");
          return { type: "text", text: words };
        }
        return { type: "term", termId: id, text: words };
      }
      case "fact": {
        const { id } = this.attributes(node, ["id"]);
        if (id === undefined)
          return this.refuse(node, "`:fact` without an id", "Write `:fact[the words shown]{id=fact-id}`.");
        if (words === "")
          return this.refuse(node, "`:fact` without words", "Write `:fact[the words shown]{id=fact-id}`.");
        return this.name(id, node) ? { type: "fact", factId: id, text: words, date: false } : undefined;
      }
      case "person": {
        const { form = "full" } = this.attributes(node, ["form"]);
        const person = facts.people.get(words);
        if (!person) {
          this.unknown(node, "person", words, facts.people.keys(), "facts/people.yaml");
          return undefined;
        }
        if (form !== "full" && form !== "surname") {
          return this.refuse(node, `\`form="${form}"\``, 'Write `form="surname"`, or leave it out for the full name.');
        }
        return { type: "person", personId: person.id, text: form === "surname" ? person.sortName : person.name };
      }
      default:
        return this.refuse(
          node,
          `\`:${node.name}\``,
          didYouMean(
            node.name,
            ["date", "number", "fact", "person", "term", "exempt"],
            "Quote with `:date[fact-id]`, `:number[fact-id]`, `:fact[words]{id=fact-id}`, `:person[person-id]` or `:term[word]{id=term-id}`; if a plain colon was meant, put a space or a backslash before it.",
          ),
        );
    }
  }

  /** Notes that the block names this fact. */
  private name(id: string, node: Positioned) {
    const fact = this.references.facts.facts.get(id);
    if (!fact) this.unknown(node, "fact", id, this.references.facts.facts.keys(), "facts/");
    else if (!this.named.includes(id)) this.named.push(id);
    return fact;
  }

  private unknown(node: Positioned, what: string, id: string, known: Iterable<string>, where: string): void {
    this.add(node, missing(what, id), didYouMean(id, known, `Mend the id, or add the ${what} to ${where}.`));
  }

  /** The attributes that a directive may have; any other is a problem. */
  private attributes<Name extends string>(node: Directive, names: readonly Name[]): Partial<Record<Name, string>> {
    const found: Partial<Record<Name, string>> = {};
    for (const [name, value] of Object.entries(node.attributes ?? {})) {
      const known = names.find((each) => each === name);
      if (known) found[known] = value ?? "";
      else {
        this.add(
          node,
          `\`${node.name}\` has no \`${name}\``,
          names.length ? `It may have ${names.map((each) => `\`${each}\``).join(", ")}.` : "It has nothing in braces.",
        );
      }
    }
    return found;
  }

  /** An id that stands once in the page. A heading's has two hyphens together, which no passage's has. */
  private claim(id: string, node: Positioned, what: "heading" | "passage"): string {
    const first = this.ids.get(id);
    if (first === undefined) {
      this.ids.set(id, this.place(node).line);
      return id;
    }
    if (what === "heading") return this.claim(`${id}-again`, node, what);
    this.add(node, `two passages are named \`${id}\``, `Give this one another name; the first is on line ${first}.`);
    return id;
  }

  /** remark closes an open container at the end of the file without a word. */
  private closed(node: ContainerDirective): void {
    const last = this.lines[(node.position?.end.line ?? 1) - 1] ?? "";
    if (!/^\s*:{3,}\s*$/.test(last) || node.position?.end.line === node.position?.start.line) {
      this.add(node, `\`:::${node.name}\` is never closed`, "End it with a line of as many colons as it began with.");
    }
  }

  private refuse(node: Positioned, what: string, remedy: string): undefined {
    this.add(node, `${what} may not stand here`, remedy);
    return undefined;
  }

  private add(node: Positioned, message: string, remedy: string): void {
    this.problems.add(this.place(node), message, remedy);
  }

  private place(node: Positioned): Place {
    return { file: this.file, line: (node.position?.start.line ?? 1) + this.firstLine - 1 };
  }
}

/** The words of inlines, without marks. */
export function plain(inlines: readonly Inline[]): string {
  return inlines.map((each) => ("inlines" in each ? plain(each.inlines) : each.text)).join("");
}

/** Neighbouring texts made one and set; quotation marks look at what stands before, so the whole run is set at once. */
function joined(inlines: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const each of inlines) {
    const last = result.at(-1);
    if (each.type === "text" && last?.type === "text") last.text += each.text;
    else result.push(each.type === "text" ? { ...each } : each);
  }
  return result.map((each, index) => {
    if (each.type === "fact" || each.type === "term") return { ...each, text: typeset(each.text) };
    if (each.type !== "text") return each;
    // After other words a quotation mark or an apostrophe closes: `:person[molotov]'s`.
    return { ...each, text: index === 0 ? typeset(each.text) : bindDays(typeset(`x${each.text}`).slice(1)) };
  });
}

/** Ids between spaces or commas. */
function listed(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/).filter(Boolean);
}

function slug(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u2018\u2019']/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "this"
  );
}

function strayColons(node: { children: readonly PhrasingContent[] }): boolean {
  const first = node.children[0];
  return first?.type === "text" && /^:{3,}\s*($|\n)/.test(first.value);
}

/** A node of Markdown as an author would call it. */
function describe(node: { type: string }): string {
  const names: Record<string, string> = {
    html: "HTML",
    list: "a list",
    table: "a table",
    code: "a block of code (a line indented by four spaces or fenced)",
    blockquote: "a quotation after `>`",
    thematicBreak: "a rule",
    image: "an image",
    imageReference: "an image",
    heading: "a heading",
    definition: "a link definition",
    linkReference: "a link by reference",
    footnoteReference: "a footnote",
    footnoteDefinition: "a footnote",
    delete: "text struck through",
    inlineCode: "words between backquotes",
    paragraph: "a row of colons that closes nothing",
    containerDirective: "a nested part",
    leafDirective: "a part of its own line",
    yaml: "a second front matter",
  };
  return names[node.type] ?? `a ${node.type}`;
}
