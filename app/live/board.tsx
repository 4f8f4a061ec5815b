"use client";

import { useEffect, useRef, useState } from "react";
import type { LiveView } from "@/records";
import { Notice } from "@/ui/notice";
import { momentText } from "../attempt/clock";
import type { FormAction } from "../forms/form-state";
import styles from "./board.module.css";
import { follow, type Link } from "./follow";
import { Learners } from "./learners";
import { Questions } from "./questions";
import { TimeForm } from "./time-form";
import { totalsWords, type Filter } from "./words";

/** A class at work: who is where, which question is stuck, how much time is left; more time, or the end. */
export function Board({
  first,
  action,
  filter: asked,
  all: unfolded,
  who: chosen,
}: {
  first: LiveView;
  action: FormAction;
  /** Which learners are shown, and for whom the form is, at first. */
  filter: Filter;
  /** A long list is shown to its end. */
  all: boolean;
  who: string;
}) {
  const [view, setView] = useState(first);
  const [link, setLink] = useState<Link | null>(null);
  const [filter, setFilter] = useState(asked);
  const [all, setAll] = useState(unfolded);
  const [who, setWho] = useState(chosen);
  const now = useNow(view);
  const form = useRef<HTMLElement>(null);
  const { id, classId, timeZone } = view.assignment;
  const here = `/classes/${classId}/assignments/${id}/live`;

  useEffect(() => {
    // What the page came with may be newer than what is shown: a form was answered.
    setView(first);
    return follow(`/api${here}`, first, { view: setView, link: setLink });
  }, [first, here]);

  const stuck = view.questions.filter((each) => each.stuck.length > 0);
  const quiet = view.learners.filter((each) => each.quiet).length;
  return (
    <>
      <p className={styles.totals} role="status">
        {totalsWords(view)}
      </p>
      <p className="meta">
        <Heard link={link} /> <a href={here}>Look again</a>
        {link === "live" ? "." : `; this is as of ${momentText(view.now, timeZone)}.`}
      </p>
      {link === "gone" && (
        <Notice bad>
          <p>This is no longer yours to watch, or it was taken back. What stands here is what was seen last.</p>
        </Notice>
      )}
      {(stuck.length > 0 || quiet > 0) && (
        <p className={`ui ${styles.trouble}`}>
          {stuck.length > 0 && (
            <>
              Stuck:{" "}
              {stuck.map(({ place, number }, index) => (
                <span key={place}>
                  {index > 0 && ", "}
                  <a href={`#question-${number}`}>question {number}</a>
                </span>
              ))}
              .{" "}
            </>
          )}
          {quiet > 0 && `${quiet} ${quiet === 1 ? "has" : "have"} saved nothing for long.`}
        </p>
      )}
      <div className={styles.both}>
        <Learners
          {...{ view, now, filter, all, here }}
          onFilter={setFilter}
          onAll={() => setAll(true)}
          onChoose={(personId) => {
            setWho(personId);
            form.current?.querySelector<HTMLElement>("input[name=minutes]")?.focus();
          }}
        />
        <Questions view={view} />
      </div>
      <section className="section" aria-labelledby="time" ref={form}>
        <h2 id="time">More time, or the end</h2>
        <TimeForm {...{ view, action, who }} onWho={setWho} />
      </section>
    </>
  );
}

const heard: Record<Link, string> = {
  live: "Shown as it happens.",
  asking: "Asked for every few seconds.",
  lost: "The school cannot be reached just now.",
  gone: "Not shown any more.",
};

function Heard({ link }: { link: Link | null }) {
  return <span data-link={link ?? "none"}>{link ? heard[link] : ""}</span>;
}

/** The server's clock in milliseconds, counted on from the view by a clock that nobody sets; as it came, without script. */
function useNow(view: LiveView): number {
  const told = Date.parse(view.now);
  const [ticks, setTicks] = useState({ of: told, passed: 0 });
  useEffect(() => {
    const at = performance.now();
    const timer = setInterval(() => setTicks({ of: told, passed: performance.now() - at }), 1000);
    return () => clearInterval(timer);
  }, [told]);
  return told + (ticks.of === told ? ticks.passed : 0);
}
