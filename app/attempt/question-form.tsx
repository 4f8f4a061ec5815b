"use client";

import { useRef } from "react";
import type { SyntheticEvent } from "react";
import { Player } from "@/questions/players";
import type { AttemptQuestion } from "@/records";
import { keepDates } from "@/ui/keep-dates";
import { Ticks } from "@/ui/ticks";
import type { TickState } from "@/ui/ticks";
import { Asking } from "./asking";
import { CertaintyChoice } from "./certainty";
import { destination, fieldName, flagSent } from "./form";
import { FormHead, type FormHeadProps } from "./form-head";
import { pointsWords } from "./points";
import type { Prices } from "./prices";
import styles from "./question-form.module.css";
import { Trouble } from "./trouble";
import { useAsking } from "./use-asking";
import { useSaving } from "./use-saving";

export interface QuestionFormProps {
  attempt: Pick<AttemptQuestion["attempt"], "id" | "title" | "rules" | "practice">;
  clock: FormHeadProps["clock"];
  timeZone: string;
  ticks: TickState[];
  question: Omit<AttemptQuestion["question"], "savedAt"> & {
    /** ISO; null when nothing was saved. */
    savedAt: string | null;
  };
  prices: Prices;
  /** True when a check was asked for, without script, and there was no answer to check. */
  nothingToCheck: boolean;
}

/**
 * One question: a form in which every way onward is a submit button, so that going anywhere saves first, with script
 * or without. With script each change is saved as it is made as well, and an answer is checked or a hint taken without
 * leaving the page.
 */
export function QuestionForm({ attempt, clock, timeZone, ticks, question, prices, nothingToCheck }: QuestionFormProps) {
  const { position, number, points, kind, prompt, body, fields, version, certainty } = question;
  const { id: attemptId, rules } = attempt;
  const form = useRef<HTMLFormElement>(null);
  const asking = useAsking(question, nothingToCheck ? "unanswered" : null);
  const { tries, taken, closed, busy } = asking;
  const saving = useSaving(form, { attemptId, ...question }, closed);
  const { state, answered, flagged } = saving;
  const [before, next] = [ticks[number - 2], ticks[number]];
  const address = `/api/attempts/${attemptId}/responses/${position}`;

  async function submit(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    const go = (event.nativeEvent.submitter as HTMLButtonElement | null)?.value ?? "stay";
    if (go === "try") return asking.check(address, saving);
    if (go === "hint") return asking.takeHint(address, saving);
    const flag = flagSent(go);
    if (flag !== undefined) return saving.setFlag(flag);
    const through = await saving.flush();
    if (through && go !== "stay") location.assign(destination(attemptId, position, go));
  }

  return (
    <form
      ref={form}
      className={styles.frame}
      method="post"
      action={address}
      autoComplete="off"
      onInput={(event) => saving.changed(event.target)}
      onChange={(event) => saving.changed(event.target)}
      onSubmit={(event) => void submit(event)}
    >
      {/* What Enter in a field presses: save, and stay to see how it was read. */}
      <button className="vh" name="go" value="stay" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <input type="hidden" name="version" value={version} />
      <FormHead {...{ attempt, clock, timeZone, state }} savedAt={saving.savedAt} before={() => saving.flush()}>
        <Ticks
          ticks={ticks.map((tick) => (tick.position === position ? { position, number, answered, flagged } : tick))}
          here={position}
        />
      </FormHead>
      <Trouble state={state} attemptId={attemptId} here={`/attempts/${attemptId}/${position}`} />

      <section className={styles.question} aria-labelledby="prompt">
        <div id="question" tabIndex={-1} className={styles.asked}>
          <p className="qno">
            Question {number} of {ticks.length}, {pointsWords(points)}
          </p>
          <h2 className="prompt" id="prompt">
            {keepDates(prompt)}
          </h2>
        </div>
        {/* Always there, so that a question which closes keeps what stands in its fields. */}
        <fieldset role="presentation" disabled={closed} inert={busy} className={styles.answer}>
          <Player kind={kind} name={fieldName(position)} body={body} fields={fields} labelledBy="prompt" />
        </fieldset>
        {rules.certainty && (
          <CertaintyChoice said={certainty} settled={tries.length > 0} stakes={prices.stakes[taken] ?? []} />
        )}
        <Asking
          asking={asking}
          tries={rules.tries}
          prices={prices}
          address={address}
          here={`/attempts/${attemptId}/${position}`}
        />
        {!closed && (
          <noscript>
            <p className={styles.plain}>
              <button className="btn" name="go" value="stay">
                Save and read back
              </button>
            </p>
          </noscript>
        )}
      </section>

      <div className={styles.foot}>
        <button className="btn" name="go" value={before?.position ?? position} disabled={!before}>
          Previous
        </button>
        <button className="btn quiet" name="go" value={flagged ? "unflag" : "flag"}>
          {flagged ? "Take the flag off" : "Flag for later"}
        </button>
        <span className={styles.onward}>
          {next && (
            <button className="btn quiet" name="go" value="check">
              Check and hand in
            </button>
          )}
          <button className="btn go" name="go" value={next ? next.position : "check"}>
            {next ? "Next question" : "Check and hand in"}
          </button>
        </span>
      </div>
    </form>
  );
}
