import { bounds, edtf, formatDate, type HistoricalDate } from "@/facts/dates";
import { fractionText } from "../fraction";
import { givesAway } from "../given-away";
import { placeAt, placeInWords, placesOn } from "./axis";
import { daysApart, nearest, worthOf } from "./distance";
import type { Body, Key } from "./schema";

/** A mark that everyone gets who puts all events in one place is no mark. */
const MOST_FOR_ONE_PLACE = 0.5;

/** What an author should mend: dates off the axis or at its very ends, too vague to be missed, or told by a name. */
export function lint({ prompt, body, key }: { prompt: string; body: Body; key: Key }): string[] {
  const ids = body.events.map(({ id }) => id);
  const known = new Set(key.events.map(({ id }) => id));
  if (new Set(ids).size !== ids.length || known.size !== ids.length || ids.some((id) => !known.has(id)))
    return ["Body and key do not name the same events: publish the item anew from its file."];

  const found: string[] = [];
  const names = body.events.map(({ name }) => name.toLocaleLowerCase("en").trim());
  if (new Set(names).size !== names.length)
    found.push("Two events have the same name, and nobody could tell them apart: give each a `name` of its own.");
  const first = bounds(edtf(body.axis.from));
  const last = bounds(edtf(body.axis.to));
  for (const { id, dates } of key.events) {
    const name = body.events.find((each) => each.id === id)!.name;
    for (const { date } of dates) {
      const when = bounds(edtf(date));
      const words = formatDate(edtf(date));
      if (when.earliest < first.earliest || when.latest > last.latest)
        found.push(`${name} (${words}) is not on the axis: let the axis reach further.`);
      else if (when.earliest <= first.latest || when.latest >= last.earliest)
        found.push(`${name} (${words}) stands at the very end of the axis, which gives it away: let it reach further.`);
      if (when.latest - when.earliest + body.tolerance.full * 2 > (last.latest - first.earliest) / 2)
        found.push(
          `${name} (${words}) is right on half of the axis or more: ask an event that is dated better, or narrow \`full\`.`,
        );
    }
    const told = dates.flatMap(({ date }) => tellings(edtf(date)));
    // A year alone may well be the axis' own.
    const inFull = told.filter((each) => each.includes(" "));
    if (givesAway(name, told)) found.push(`The name '${name}' says when it was: give it a \`name\` without the date.`);
    if (givesAway(prompt, inFull)) found.push(`The prompt says when ${name} was: word it anew.`);
    for (const { date } of dates.slice(1).filter(({ why }) => !why))
      found.push(`${formatDate(edtf(date))} counts for ${name} too, and nothing says why: give its alsoDate a why.`);
  }
  if (found.length === 0) found.push(...onePlace(body, key));
  return found;
}

/** The date in words, and its year: in a name, that is most of the answer. */
function tellings(date: HistoricalDate): string[] {
  if (date.precision === "interval")
    return [date.from, date.to].flatMap((end) => (typeof end === "string" ? [] : tellings(end)));
  return [formatDate(date), String(date.year)];
}

/** All events at one place must not earn half of the points. */
function onePlace({ axis, tolerance, events }: Body, key: Key): string[] {
  if (events.length < 2) return [];
  const dates = key.events.map((each) => each.dates);
  let best = { at: "", sum: 0 };
  for (let place = 0; place < placesOn(axis); place++) {
    const at = placeAt(place, axis);
    const sum = dates.reduce((all, own) => all + worthOf(nearest(at, own).days, tolerance), 0);
    if (sum > best.sum) best = { at, sum };
  }
  // Events of one day cannot be told apart by any tolerance.
  const apart = dates.some((one) => dates.some((other) => daysApart(edtf(one[0]!.date), edtf(other[0]!.date)) > 0));
  const earns = best.sum / events.length;
  return earns > MOST_FOR_ONE_PLACE || !apart
    ? [
        `All events put in ${placeInWords(best.at)} earn ${fractionText(earns)}: lower \`zero\`, or choose events that lie further apart.`,
      ]
    : [];
}
