import { edtf, formatDate } from "@/facts/dates";
import type { Outcome, Receipt } from "../contract";
import { fractionText, settled } from "../fraction";
import { placeInWords, placeOf } from "./axis";
import { daysInWords, nearest, worthOf } from "./distance";
import type { Body, Key, Response } from "./schema";

/** The mean over all events of what each place is worth by its distance; an event that was not placed is worth nothing. */
export function grade(response: Response, key: Key, body: Body): Outcome {
  const { axis, tolerance } = body;
  const placed = new Map(response.places.map(({ event, at }) => [event, at]));
  const known = body.events.every(({ id }) => key.events.some((each) => each.id === id));
  if (
    !known ||
    placed.size < response.places.length ||
    response.places.some(({ event, at }) => !body.events.some(({ id }) => id === event) || placeOf(at, axis) === null)
  ) {
    return { state: "malformed", why: "What was placed is not an event of this question, or not on its axis." };
  }

  const events = body.events.map(({ id, name }): Graded => {
    const { of, dates } = key.events.find((each) => each.id === id)!;
    const at = placed.get(id);
    if (at === undefined) return { id, name, of, dates, worth: 0, placed: undefined };
    const near = nearest(at, dates);
    const worth = worthOf(near.days, tolerance);
    return { id, name, of, dates, worth, placed: { at, near, said: placeInWords(at), when: inWords(near.date) } };
  });
  const answered = events.filter((each): each is Placed => each.placed !== undefined);
  const fraction = settled(events.reduce((sum, { worth }) => sum + worth, 0) / events.length);
  return {
    state: "scored",
    fraction,
    receipt: {
      read: answered.map(({ name, placed }) => `${name}: ${placed.said}`).join("; "),
      matched: answered.filter(({ worth }) => worth > 0).map(match),
      rule: `Placing on an axis: as near as ${inDays(tolerance.full)} earns 1, ${inDays(tolerance.zero)} or farther off earns 0, and evenly less between; the mean of all events counts.`,
      lines: [
        ...events.map((each) => line(each, tolerance)),
        {
          label: `Fraction: (${events.map(({ worth }) => fractionText(worth)).join(" + ")}) ÷ ${events.length}`,
          value: fractionText(fraction),
        },
      ],
      notes: answered.flatMap((each) => (each.worth > 0 ? whyItCounts(each) : elsewhere(each, events))),
      parts: answered.map(({ of, name, placed, worth }) => ({
        id: `${of}>${placed.at}`,
        text: `${name} in ${placed.said}`,
        right: worth === 1,
      })),
    },
  };
}

/** An event and what its place is worth. */
interface Graded {
  id: string;
  of: string;
  name: string;
  dates: Key["events"][number]["dates"];
  worth: number;
  /** Undefined while it is not on the axis. `said` and `when` are the place and the date in words. */
  placed: { at: string; near: ReturnType<typeof nearest>; said: string; when: string } | undefined;
}

type Placed = Graded & { placed: NonNullable<Graded["placed"]> };

const inWords = (date: string) => formatDate(edtf(date));
/** Exact, as arithmetic wants it. */
const inDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);

function match({ name, placed: { said, when, near } }: Placed): Receipt["matched"][number] {
  return { said, as: `${name}, ${when}`, ...(near.days > 0 ? { by: `${inDays(near.days)} off` } : {}) };
}

function line({ name, placed, worth }: Graded, { full, zero }: Body["tolerance"]): Receipt["lines"][number] {
  const value = fractionText(worth);
  if (!placed) return { label: `${name}: not placed`, value };
  const { days } = placed.near;
  const off = days === 0 ? "no day off" : `${inDays(days)} off`;
  const sum = days > full && days < zero ? `, (${zero} − ${days}) ÷ (${zero} − ${full})` : "";
  return { label: `${name}: ${placed.said} held against ${placed.when}, ${off}${sum}`, value };
}

/** Said when the place was nearest to a second date that counts. */
function whyItCounts({ name, placed: { near }, dates }: Placed): string[] {
  return near.date !== dates[0]?.date && near.why ? [`${name}: ${near.why}`] : [];
}

/** What stands where this event was put, or how far off it is. */
function elsewhere({ id, name, placed: { at, near, said, when } }: Placed, events: readonly Graded[]): string[] {
  const there = events.filter((other) => other.id !== id && nearest(at, other.dates).days === 0);
  return [
    there.length > 0
      ? `${said} is right for ${there.map((other) => other.name).join(" and ")}; ${name} is ${when}.`
      : `${name} is ${when}, ${daysInWords(near.days)} from where it was put.`,
  ];
}
