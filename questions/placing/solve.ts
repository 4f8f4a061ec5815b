import { edtf, formatDate } from "@/facts/dates";
import type { Fields } from "../contract";
import { placeAt, placesOn } from "./axis";
import { daysApart } from "./distance";
import type { Body, Key } from "./schema";

/** Each event at the first place that its date touches. */
export function solve(key: Key, body: Body): Fields {
  return Object.fromEntries(
    body.events.map(({ id }) => {
      const date = key.events.find((each) => each.id === id)?.dates[0]?.date;
      return [id, [date === undefined ? "" : placeFor(date, body)]];
    }),
  );
}

/** The dates themselves. */
export function alsoRight(key: Key, { events }: Body): string[] {
  return events.map(({ id, name }) => {
    const dates = key.events.find((each) => each.id === id)?.dates ?? [];
    return `${name}: ${dates.map(({ date, why }) => formatDate(edtf(date)) + (why ? ` (${why})` : "")).join(" or ")}.`;
  });
}

function placeFor(date: string, { axis }: Body): string {
  const wanted = edtf(date);
  let best = { at: "", days: Infinity };
  for (let place = 0; place < placesOn(axis) && best.days > 0; place++) {
    const at = placeAt(place, axis);
    const days = daysApart(edtf(at), wanted);
    if (days < best.days) best = { at, days };
  }
  return best.at;
}
