"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RefObject, SyntheticEvent } from "react";
import { Player } from "@/questions/players";
import type { AttemptQuestion } from "@/records";
import { keepDates } from "@/ui/keep-dates";
import { Ticks } from "@/ui/ticks";
import { Asking } from "./asking";
import { CertaintyChoice } from "./certainty";
import { allAddress, fieldName, flagSent, goOnPage } from "./form";
import { FormHead, type FormHeadProps } from "./form-head";
import styles from "./one-page-form.module.css";
import { pointsWords } from "./points";
import type { Prices } from "./prices";
import frame from "./question-form.module.css";
import { Trouble } from "./trouble";
import { useAsking } from "./use-asking";
import { useSaving } from "./use-saving";

export interface PageQuestion extends Omit<AttemptQuestion["question"], "savedAt"> {
  /** ISO; null when nothing was saved. */
  savedAt: string | null;
  prices: Prices;
}

export interface OnePageFormProps {
  attempt: Pick<AttemptQuestion["attempt"], "id" | "title" | "rules" | "practice">;
  clock: FormHeadProps["clock"];
  timeZone: string;
  questions: readonly PageQuestion[];
  /** The position at which a check was asked for, without script, with no answer to check. */
  nothingToCheck: number | null;
}

type Saving = ReturnType<typeof useSaving>;
type Standing = Pick<Saving, "state" | "savedAt" | "answered" | "flagged">;

/** What a question of the page can be asked to do. */
interface Part {
  saving: Saving;
  check: () => Promise<void>;
  takeHint: () => Promise<void>;
}

/**
 * All questions on one page: one form, so that without script every button saves whatever was answered. With script each
 * change is saved as it is made, question by question, as on a page of its own.
 */
export function OnePageForm({ attempt, clock, timeZone, questions, nothingToCheck }: OnePageFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const parts = useRef(new Map<number, Part>());
  const [standing, setStanding] = useState<ReadonlyMap<number, Standing>>(
    () => new Map(questions.map((each) => [each.position, { state: each.savedAt ? "saved" : "rest", ...each }])),
  );
  const tell = useCallback((position: number, said: Standing) => {
    setStanding((before) => new Map(before).set(position, said));
  }, []);
  const here = allAddress(attempt.id);
  const { state, savedAt } = together([...standing.values()]);

  /** Saves what is not saved yet; true when nothing is left unsaved. */
  async function flush(): Promise<boolean> {
    const all = await Promise.all([...parts.current.values()].map(({ saving }) => saving.flush()));
    return all.every(Boolean);
  }

  async function submit(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    const { what, at } = goOnPage((event.nativeEvent.submitter as HTMLButtonElement | null)?.value);
    const part = at === null ? undefined : parts.current.get(at);
    if (what === "try") return part?.check();
    if (what === "hint") return part?.takeHint();
    const flag = flagSent(what);
    if (flag !== undefined) return part?.saving.setFlag(flag);
    if ((await flush()) && what === "check") location.assign(`/attempts/${attempt.id}/check`);
  }

  return (
    <form
      ref={form}
      className={frame.frame}
      method="post"
      action={`/api/attempts/${attempt.id}/responses`}
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
    >
      {/* What Enter in a field presses: save, and stay to see how it was read. */}
      <button className="vh" name="go" value="stay" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <FormHead {...{ attempt, clock, timeZone, state, savedAt }} before={flush}>
        <Ticks
          ticks={questions.map(({ position, number, answered, flagged }) => {
            const now = standing.get(position) ?? { answered, flagged };
            return { position, number, answered: now.answered, flagged: now.flagged };
          })}
          within={(position) => `#${fieldName(position)}`}
        />
      </FormHead>
      <Trouble state={state} attemptId={attempt.id} here={here} />
      {questions.map((question) => (
        <OnPage
          key={question.position}
          attempt={attempt}
          question={question}
          of={questions.length}
          form={form}
          parts={parts}
          tell={tell}
          nothingToCheck={nothingToCheck === question.position}
        />
      ))}
      <div className={frame.foot}>
        <noscript>
          <button className="btn" name="go" value="stay">
            Save and read back
          </button>
        </noscript>
        <span className={frame.onward}>
          <button className="btn go" name="go" value="check">
            Check and hand in
          </button>
        </span>
      </div>
    </form>
  );
}

function OnPage({
  attempt: { id: attemptId, rules },
  question,
  of,
  form,
  parts,
  tell,
  nothingToCheck,
}: {
  attempt: OnePageFormProps["attempt"];
  question: PageQuestion;
  of: number;
  form: RefObject<HTMLFormElement | null>;
  parts: RefObject<Map<number, Part>>;
  tell: (position: number, standing: Standing) => void;
  nothingToCheck: boolean;
}) {
  const { position, number, points, kind, prompt, body, fields, version, certainty, prices } = question;
  const asking = useAsking(question, nothingToCheck ? "unanswered" : null);
  const { tries, taken, closed, busy } = asking;
  const saving = useSaving(form, { attemptId, ...question }, closed, `certainty.${position}`);
  const { state, savedAt, answered, flagged } = saving;
  const address = `/api/attempts/${attemptId}/responses/${position}`;
  const [name, labelledBy] = [fieldName(position), `prompt-${position}`];

  useEffect(
    () => tell(position, { state, savedAt, answered, flagged }),
    [tell, position, state, savedAt, answered, flagged],
  );
  useEffect(() => {
    const all = parts.current;
    all.set(position, {
      saving,
      check: () => asking.check(address, saving),
      takeHint: () => asking.takeHint(address, saving),
    });
    return () => void all.delete(position);
  });

  return (
    <section
      id={name}
      tabIndex={-1}
      className={styles.question}
      aria-labelledby={labelledBy}
      onInput={(event) => saving.changed(event.target)}
      onChange={(event) => saving.changed(event.target)}
    >
      <input type="hidden" name={`version.${position}`} value={version} />
      <div className={styles.asked}>
        <p className="qno">
          Question {number} of {of}, {pointsWords(points)}
        </p>
        <h2 className="prompt" id={labelledBy}>
          {keepDates(prompt)}
        </h2>
      </div>
      {/* Always there, so that a question which closes keeps what stands in its fields. */}
      <fieldset role="presentation" disabled={closed} inert={busy} className={frame.answer}>
        <Player kind={kind} name={name} body={body} fields={fields} labelledBy={labelledBy} />
      </fieldset>
      {rules.certainty && (
        <CertaintyChoice
          said={certainty}
          settled={tries.length > 0}
          stakes={prices.stakes[taken] ?? []}
          name={`certainty.${position}`}
        />
      )}
      <Asking
        asking={asking}
        tries={rules.tries}
        prices={prices}
        address={address}
        here={`${allAddress(attemptId)}#${name}`}
        at={`.${position}`}
      />
      <p className={styles.flag}>
        <button className="btn quiet" name="go" value={`${flagged ? "unflag" : "flag"}.${position}`}>
          {flagged ? "Take the flag off" : "Flag for later"}
          <span className="vh">: question {number}</span>
        </button>
      </p>
    </section>
  );
}

/** The page saves as well as its worst question does. */
function together(all: readonly Standing[]): { state: Standing["state"]; savedAt: string | null } {
  const order: Standing["state"][] = ["closed", "signed out", "offline", "refused", "done", "saving", "saved"];
  const state = order.find((each) => all.some((standing) => standing.state === each)) ?? "rest";
  const times = all.flatMap(({ savedAt }) => savedAt ?? []).sort();
  return { state, savedAt: times.at(-1) ?? null };
}
