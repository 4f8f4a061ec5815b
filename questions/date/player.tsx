"use client";

import { useEffect, useRef, useState } from "react";
import { formatDate, formatWithWeekday, LONGEST_DATE, monthName, toEdtf, type DateReading } from "@/facts/dates";
import { ReadbackMark } from "@/ui/marks";
import type { PlayerProps } from "../contract";
import { readFor } from "./reading";
import styles from "./player.module.css";
import type { Body } from "./schema";

const LABELS: Record<Body["precision"], string> = {
  day: "Day, month and year",
  month: "Month and year",
  year: "Year",
};

/**
 * One field for a date, as people write it, and under it how it is read. Where a text has two meanings it asks which
 * one. Without script the server reads back what was saved.
 */
export default function DatePlayer({ name, body, fields, labelledBy }: PlayerProps<Body>) {
  const [text, setText] = useState(fields.text?.[0] ?? "");
  const [meant, setMeant] = useState(fields.meant?.[0] ?? "");
  const input = useRef<HTMLInputElement>(null);
  // What was typed before the script came counts.
  useEffect(() => setText(input.current?.value ?? ""), []);

  const reading = readFor(text, body);
  const id = `${name}-date`;
  return (
    <div className={styles.player}>
      <div className={`field big ${styles.field}`} role="group" aria-labelledby={labelledBy}>
        <label htmlFor={id}>{LABELS[body.precision]}</label>
        <input
          ref={input}
          id={id}
          name={`${name}.text`}
          type="text"
          defaultValue={fields.text?.[0] ?? ""}
          onInput={(event) => setText(event.currentTarget.value)}
          maxLength={LONGEST_DATE}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={`${id}-read`}
        />
        <div id={`${id}-read`} role="status" aria-live="polite" className={styles.status}>
          <Readback reading={reading} precision={body.precision} meant={meant} />
        </div>
        {reading.state === "ambiguous" && (
          <fieldset className={styles.meanings}>
            <legend>Which do you mean?</legend>
            {reading.meanings.map((meaning) => (
              <label key={toEdtf(meaning)} className="radio">
                <input
                  type="radio"
                  name={`${name}.meant`}
                  value={toEdtf(meaning)}
                  defaultChecked={meant === toEdtf(meaning)}
                  onChange={(event) => setMeant(event.currentTarget.value)}
                />
                <span>{formatWithWeekday(meaning)}</span>
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <details className={styles.ways}>
        <summary>How dates may be written</summary>
        <p>
          Any order, with dots, slashes or words: 1 September 1939, Sept 1st 1939, 1.9.1939,{" "}
          <span lang="ru">1 сентября 1939</span>. If a date can be read in two ways, you will be asked which you mean.
          {body.precision === "day" && " If you know only the month or the year, write that."}
          {body.precision === "month" && " If you know only the year, write that."}
        </p>
      </details>
    </div>
  );
}

function Readback({
  reading,
  precision,
  meant,
}: {
  reading: DateReading;
  precision: Body["precision"];
  meant: string;
}) {
  const said = readback(reading, precision, meant);
  if (said === null) return null;
  return (
    <p className={styles.read}>
      <ReadbackMark />
      <span>{said}</span>
    </p>
  );
}

function readback(reading: DateReading, precision: Body["precision"], meant: string) {
  switch (reading.state) {
    case "blank":
      return null;
    case "read":
      return (
        <>
          I read this as <ReadDate date={reading.date} />. {reading.notes.join(" ")}
          {precision === "day" && reading.date.precision !== "day" && " If you know the day, add it."}
          {precision === "month" && reading.date.precision === "year" && " If you know the month, add it."}
        </>
      );
    case "partial":
      return (
        <>
          I read this as{" "}
          <b>
            {reading.day} {monthName(reading.month)}
          </b>{" "}
          without a year. If you know the year, add it. {reading.notes.join(" ")}
        </>
      );
    case "ambiguous": {
      const chosen = reading.meanings.find((meaning) => toEdtf(meaning) === meant);
      if (!chosen) return <>This can be read in two ways. Choose one below, or it cannot be marked.</>;
      return (
        <>
          I read this as <ReadDate date={chosen} />.
        </>
      );
    }
    case "unreadable":
      return <>I cannot read this as a date. {reading.why}</>;
  }
}

function ReadDate({ date }: { date: Parameters<typeof formatDate>[0] }) {
  const words = formatDate(date);
  return (
    <>
      <b>{words}</b>
      {formatWithWeekday(date).slice(words.length)}
    </>
  );
}
