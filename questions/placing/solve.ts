import { edtf } from "@/facts/dates";
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
