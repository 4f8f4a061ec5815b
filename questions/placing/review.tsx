import { edtf, formatDate } from "@/facts/dates";
import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { keepDates } from "@/ui/keep-dates";
import { standingOf } from "@/ui/verdict";
import type { ReviewProps } from "../contract";
import { placeInWords } from "./axis";
import { nearest, worthOf } from "./distance";
import { AxisPicture, letterOf } from "./picture";
import styles from "./placing.module.css";
import { solve } from "./solve";
import type { Body, Key, Response } from "./schema";

/** Each event: where it was put and when it was; and both on the axis. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const right = solve(key_, body);
  const events = body.events.map(({ id, name }, index) => {
    const dates = key_.events.find((each) => each.id === id)?.dates ?? [];
    const at = response?.places.find(({ event }) => event === id)?.at;
    const worth = at === undefined || dates.length === 0 ? null : worthOf(nearest(at, dates).days, body.tolerance);
    const when = formatDate(edtf(dates[0]?.date ?? body.axis.from));
    return { id, name, letter: letterOf(index), at, worth, when, belongs: right[id]?.[0] ?? "" };
  });
  const placed = events.flatMap(({ at, ...each }) => (at === undefined ? [] : [{ ...each, at }]));
  return (
    <AnswerList>
      <AnswerRow term="You placed">
        {placed.length === 0 ? (
          "Nothing"
        ) : (
          <AnswerItems>
            {events.map(({ id, letter, name, at, worth }) => (
              <AnswerItem
                key={id}
                standing={standingOf(worth)}
                words={worth === 1 ? "right" : undefined}
                aside={
                  worth === null ? "not placed" : worth === 1 ? undefined : worth === 0 ? "not near enough" : "near"
                }
              >
                {letter} {name}
                {at === undefined ? "" : `: ${placeInWords(at)}`}
              </AnswerItem>
            ))}
          </AnswerItems>
        )}
      </AnswerRow>
      <AnswerRow term="The dates">
        {events.map(({ id, letter, name, when }) => (
          <div key={id}>
            {letter} {name}: <b className={styles.date}>{keepDates(when)}</b>
          </div>
        ))}
      </AnswerRow>
      <AnswerRow term="On the axis">
        <AxisPicture
          axis={body.axis}
          placed={placed}
          right={events.map(({ id, letter, belongs }) => ({ id, letter, at: belongs }))}
          label={`Time axis from ${placeInWords(body.axis.from)} to ${placeInWords(body.axis.to)}. ${events.map(({ name, at, when }) => `${name}: ${at === undefined ? "not placed" : `placed in ${placeInWords(at)}`}, it is ${when}`).join("; ")}.`}
        />
        <p className="meta">Above the line, where it was placed; beneath it, where it belongs.</p>
      </AnswerRow>
    </AnswerList>
  );
}

/** 'The agreement at Munich: October 1938; …' */
export function summary({ places }: Response, { events }: Body): string {
  return places
    .map(({ event, at }) => `${events.find(({ id }) => id === event)?.name ?? event}: ${placeInWords(at)}`)
    .join("; ");
}
