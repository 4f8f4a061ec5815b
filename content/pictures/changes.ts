import { confidenceOf, type FactBase, type Transfer } from "@/facts/base";
import { bounds, dayOfNumber, edtf, formatDate, parseEdtf } from "@/facts/dates";
import type { FigureLayer, FigureTable } from "../compiled";
import { quotedDate } from "../quoted-date";
import { bindDays } from "../typeset";

/** The hues of the map. */
export type Hue = FigureLayer["style"];

/** How a land is shown: by an act or as held, in the hands of troops before any act, or gone back to whom it came from. */
export type Manner = NonNullable<FigureLayer["manner"]>;

/** One land as it stands after some transfers. */
export interface LandState {
  territory: string;
  /** What put it there last. */
  transfer: Transfer;
  hue: Hue;
  manner: Manner;
}

/** Something that happened to a land in a step: its transfer, or that troops took it before. */
export interface StepChange {
  transfer: Transfer;
  what: "act" | "occupied";
}

/** A month in which land changed hands. */
export interface Step {
  /** '1940-06' */
  id: string;
  /** 'June 1940' */
  title: string;
  changes: StepChange[];
  /** Every land that has changed hands by the end of the month. */
  lands: LandState[];
}

const soviet = "ussr";

/** Hands that a land came into in peace or by treaty hold it until something else happens; by force, until the defeat. */
const defeat = "1945-01";

/**
 * The months in which land changed hands or was occupied, in order, each with how all lands stand at its end. A land
 * counts as occupied from the end of its `occupied`, and only where the taker's own troops were there before the act.
 */
export function stepsOf(transfers: readonly Transfer[]): Step[] {
  const moments = transfers.flatMap(momentsOf).sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  const months = [...new Set(moments.map(({ month }) => month))];
  const seen: Moment[] = [];
  return months.map((month) => {
    const now = moments.filter((each) => each.month === month);
    seen.push(...now);
    return {
      id: month,
      title: formatDate(edtf(month)),
      changes: now.map(({ transfer, what }) => ({ transfer, what })),
      lands: landsAfter(seen).filter((land) => !isUndone(land, month)),
    };
  });
}

interface Moment extends StepChange {
  month: string;
}

/** When a transfer shows: that of its act, and before it, if troops came first, that of the occupation. */
function momentsOf(transfer: Transfer): Moment[] {
  const occupied = transfer.occupied === undefined ? undefined : lastMonth(transfer.occupied);
  const precise = /^\d{4}-\d{2}/.test(transfer.date);
  // Of an act that has no month of its own, all that is known is when troops came.
  const act = precise ? transfer.date.slice(0, 7) : (occupied ?? lastMonth(transfer.date));
  const first =
    precise && occupied !== undefined && occupied < act && transfer.how !== "transferred" && transfer.how !== "awarded";
  return [
    ...(first ? [{ transfer, what: "occupied" as const, month: occupied }] : []),
    { transfer, what: "act" as const, month: act },
  ];
}

/** '1940-03' of '1939-11/1940-03'. */
function lastMonth(date: string): string {
  const parsed = parseEdtf(date);
  if (parsed === null) return date.slice(0, 7);
  const { year, month } = dayOfNumber(bounds(parsed).latest);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** How each land stands when these have happened, in the order of their first change. */
export function landsAfter(changes: readonly StepChange[]): LandState[] {
  const lands = new Map<string, LandState>();
  for (const { transfer, what } of changes) {
    const { territory } = transfer;
    const before = lands.get(territory);
    if (what === "occupied") lands.set(territory, { territory, transfer, hue: hueOf(transfer), manner: "occupied" });
    else if (before?.manner === "held" && before.transfer.to === transfer.to) {
      // A treaty that confirms what was done before: the land keeps the year in which it was taken.
      lands.set(territory, { ...before, transfer });
    } else if (before?.manner === "held" && before.transfer.from === transfer.to) {
      lands.set(territory, { ...before, transfer, manner: "returned" });
    } else lands.set(territory, { territory, transfer, hue: hueOf(transfer), manner: "held" });
  }
  return [...lands.values()];
}

/** The hue of the year in which land became Soviet; all that went to others has one of its own. */
export function hueOf({ to, date }: Transfer): Hue {
  if (to !== soviet) return "y38";
  const year = Number(date.slice(0, 4));
  return year <= 1939 ? "y39" : year <= 1943 ? "y40" : year === 1944 ? "y44" : "y45";
}

/** What Germany and others took before 1941 did not outlast its defeat; there are no facts on how it went back. */
function isUndone({ transfer }: LandState, month: string): boolean {
  return transfer.to !== soviet && transfer.date < "1941" && month >= defeat;
}

/** A change in words, a piece for each column. */
export interface ChangeWords {
  land: string;
  from: string;
  to: string;
  /** 'ceded', 'annexed' */
  how: string;
  /** 'Moscow Peace Treaty' */
  by: string;
  /** '12 March 1940' */
  when: string;
  occupied?: string;
  joined?: string;
  disputed?: string;
  /** What the act was is known from memory, or contested. */
  unsure: boolean;
}

export function changeWords(transfer: Transfer, base: FactBase): ChangeWords {
  const date = quotedDate(transfer, "full");
  const state = (id: string) => base.states.get(id)?.name ?? id;
  return {
    land: base.territories.get(transfer.territory)?.name ?? transfer.territory,
    from: state(transfer.from),
    to: state(transfer.to),
    how: transfer.how,
    by: base.facts.get(transfer.instrument)?.name ?? transfer.instrument,
    when: "text" in date ? date.text : transfer.date,
    ...(transfer.occupied === undefined ? {} : { occupied: dateText(transfer.occupied) }),
    ...(transfer.joined === undefined ? {} : { joined: transfer.joined }),
    ...(transfer.disputed === undefined ? {} : { disputed: transfer.disputed }),
    unsure: confidenceOf(transfer, "transfer") === "L" || confidenceOf(transfer, "date") === "L",
  };
}

function dateText(date: string): string {
  const parsed = parseEdtf(date);
  return parsed === null ? date : bindDays(formatDate(parsed));
}

const verbs: Record<Transfer["how"], string> = {
  ceded: "Ceded to",
  annexed: "Annexed by",
  occupied: "Occupied by",
  awarded: "Awarded to",
  leased: "Leased to",
  transferred: "Passed to",
};

/** What happened in a step, a line for each way and taker: 'Annexed by the Soviet Union: Estonia, Latvia'. */
export function headlines(changes: readonly StepChange[], base: FactBase): { doing: string; lands: string[] }[] {
  const lines = new Map<string, string[]>();
  for (const { transfer, what } of changes) {
    const { land, to } = changeWords(transfer, base);
    const doing = `${verbs[what === "occupied" ? "occupied" : transfer.how]} ${withArticle(to)}`;
    lines.set(doing, [...(lines.get(doing) ?? []), land]);
  }
  return [...lines].map(([doing, lands]) => ({ doing, lands }));
}

/** 'from Finland to the Soviet Union'; of a whole state that was taken, 'to the Soviet Union'. */
export function fromTo({ land, from, to }: Pick<ChangeWords, "land" | "from" | "to">): string {
  return `${from === land ? "" : `from ${withArticle(from)} `}to ${withArticle(to)}`;
}

/** 'Moscow Peace Treaty, 12 March 1940'; the day once where the act has it in its name. */
export function byAndWhen({ by, when, unsure }: Pick<ChangeWords, "by" | "when" | "unsure">): string {
  const plain = (words: string) => words.replaceAll("\u00a0", " ");
  const day = plain(by).includes(plain(when)) ? "" : `, ${when}`;
  return `${by}${day}${unsure ? " (unsure)" : ""}`;
}

/** 'the Soviet Union', 'Germany' */
export function withArticle(state: string): string {
  return /^(Soviet Union|United |Mongolian|Tuvan|Free City|Netherlands)/.test(state) ? `the ${state}` : state;
}

/** Layers of a lesson's map, one for each hue and manner, with words for its key. */
export function changeLayers(
  transfers: readonly Transfer[],
  base: FactBase,
  labels: Partial<Record<Hue, string>>,
  drawn: (territory: string) => boolean,
): FigureLayer[] {
  const inOrder = [...transfers].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  // Where the Soviet Union takes none of them, hues are free to tell the years apart.
  const ofOthers = inOrder.every(({ to }) => to !== soviet);
  const lands = landsAfter(inOrder.map((transfer) => ({ transfer, what: "act" }))).filter((land) =>
    drawn(land.territory),
  );
  const layers = new Map<string, { lands: LandState[]; style: Hue }>();
  for (const land of lands) {
    const style = ofOthers ? yearHue(land.transfer) : land.hue;
    const key = `${style} ${land.manner}`;
    const layer = layers.get(key) ?? { lands: [], style };
    layer.lands.push(land);
    layers.set(key, layer);
  }
  return [...layers.values()].map(({ lands: group, style }) => {
    const manner = group[0]!.manner;
    return {
      label: (manner === "held" ? labels[style] : undefined) ?? layerLabel(group, base),
      style,
      ...(manner === "held" ? {} : { manner }),
      territories: group.map(({ territory }) => territory),
      states: [],
    };
  });
}

function yearHue({ date }: Transfer): Hue {
  const year = Number(date.slice(0, 4));
  return year <= 1938 ? "y38" : hueOf({ to: soviet, date } as Transfer);
}

/** 'To the Soviet Union, August 1940' */
function layerLabel(lands: readonly LandState[], base: FactBase): string {
  const takers = [
    ...new Set(lands.map(({ transfer }) => withArticle(base.states.get(transfer.to)?.name ?? transfer.to))),
  ];
  const times = [...new Set(lands.map(({ transfer }) => transfer.date.slice(0, 7)))].sort();
  const when = times.length === 1 ? formatDate(edtf(times[0]!)) : years(times);
  const returned = lands[0]?.manner === "returned";
  return `${returned ? "Back to" : "To"} ${takers.join(" or ")}, ${when}`;
}

function years(times: readonly string[]): string {
  const all = times.map((time) => time.slice(0, 4));
  return all[0] === all.at(-1) ? all[0]! : `${all[0]} to ${all.at(-1)}`;
}

/** Every change with from, to, by what and when. */
export function changesTable(transfers: readonly Transfer[], base: FactBase): FigureTable {
  const rows = transfers.map((transfer) => changeWords(transfer, base));
  const occupied = rows.some((row) => row.occupied !== undefined);
  return {
    caption: "The same as a table",
    columns: ["Land", "From", "To", "How, by what", ...(occupied ? ["Occupied"] : []), "When"],
    rows: rows.map((row) => [
      row.land,
      row.from,
      row.to,
      `${row.how}; ${row.by}`,
      ...(occupied ? [row.occupied ?? ""] : []),
      row.unsure ? `${row.when} (unsure)` : row.when,
    ]),
  };
}
