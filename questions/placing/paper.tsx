import { PaperHint, PaperLine } from "@/ui/paper";
import type { PaperProps } from "../contract";
import { placeInWords, placeOf } from "./axis";
import { daysInWords } from "./distance";
import styles from "./paper.module.css";
import { AxisPicture, letterOf } from "./picture";
import type { Body } from "./schema";

/** The axis, and the events with their letters, each with a line for its month or year. */
export function Paper({ body: { axis, events, tolerance }, fields }: PaperProps<Body>) {
  const at = (id: string) => (placeOf(fields[id]?.[0] ?? "", axis) === null ? undefined : fields[id]![0]!);
  const placed = events.flatMap(({ id }, index) => {
    const place = at(id);
    return place === undefined ? [] : [{ id, letter: letterOf(index), at: place }];
  });
  const ends = `Time axis from ${placeInWords(axis.from)} to ${placeInWords(axis.to)}`;
  const said = events.flatMap(({ id, name }) => (at(id) === undefined ? [] : [`${name}, ${placeInWords(at(id)!)}`]));
  return (
    <>
      <PaperHint>
        Set each letter on the axis, and write its {axis.unit} beside it. Within {daysInWords(tolerance.full)} it counts
        in full, then less and less; {daysInWords(tolerance.zero)} off it counts for nothing.
      </PaperHint>
      <AxisPicture axis={axis} placed={placed} rows={2} label={[ends, ...said].join("; ")} />
      <ol className={styles.events}>
        {events.map(({ id, name }, index) => (
          <li key={id}>
            <b>{letterOf(index)}</b>{" "}
            <span>
              {name} <PaperLine>{at(id) && placeInWords(at(id)!)}</PaperLine>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
