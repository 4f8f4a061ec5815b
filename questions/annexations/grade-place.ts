import type { Outcome } from "../contract";
import { fractionText, settled } from "../fraction";
import { degreesText, kilometres, middleOf, squareAt } from "./net";
import type { PlaceBody, PlaceKey, Response } from "./schema";

/**
 * By distance over tolerance: all within `full` km, nothing beyond `zero` km, and a straight line between. The square
 * that holds the city earns all; another is measured from its middle, so that either way earns alike.
 */
export function gradePlace(response: Response, key: PlaceKey, body: PlaceBody): Outcome {
  const { full, zero, name } = key;
  const square = "square" in response ? body.squares.find(({ id }) => id === response.square) : undefined;
  if ("square" in response && !square) return { state: "malformed", why: "That square is not on the list." };
  const at = "at" in response ? response.at : middleOf(body.net, square!.id);
  const distance = kilometres(at, key.at);
  const holds = square?.id === key.square;
  const fraction = holds || distance <= full ? 1 : distance >= zero ? 0 : settled((zero - distance) / (zero - full));

  const said = square ? `Square ${square.id}, ${square.land}: ${square.where}` : degreesText(at);
  const within = square?.id ?? squareAt(body.net, at);
  const far = Math.round(distance * 10) / 10;
  const linear = full < distance && distance < zero;
  return {
    state: "scored",
    fraction,
    receipt: {
      read: said,
      matched:
        fraction > 0
          ? [
              {
                said,
                as: name,
                by: holds ? "the square that holds it" : `${far} km ${square ? "from its middle" : "away"}`,
              },
            ]
          : [],
      rule: `By distance: all within ${full} km or in the right square, nothing from ${zero} km on, in proportion between; a square is measured from its middle.`,
      lines: [
        holds
          ? { label: `Square ${square.id} holds ${name}`, value: "1" }
          : {
              label: `From ${square ? `the middle of square ${square.id}` : "the point"} to ${name}`,
              value: `${far} km`,
            },
        {
          label:
            !holds && linear
              ? `Fraction: (${zero} − ${far}) ÷ (${zero} − ${full})`
              : `Fraction: ${fraction === 1 ? "all" : "nothing"}`,
          value: fractionText(fraction),
        },
      ],
      notes: [],
      parts: [partOf(fraction, within, body, key)],
    },
  };
}

/** Where an answer fell, the same for a square and a point in it. */
function partOf(
  fraction: number,
  within: string | undefined,
  { squares }: PlaceBody,
  { city, name, square }: PlaceKey,
) {
  if (fraction === 1) return { id: city, text: name, right: true };
  if (within === undefined) return { id: "beyond", text: "Beyond the squares", right: false };
  if (within === square) return { id: `near:${city}`, text: `Near ${name}, not near enough`, right: false };
  const known = squares.find(({ id }) => id === within);
  const text = `Square ${within}${known ? `, ${known.land}: ${known.where}` : ""}`;
  return { id: `square:${within}`, text, right: false };
}
