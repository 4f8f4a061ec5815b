import { useActionState, useEffect, useRef } from "react";
import type { LiveView } from "@/records";
import { Confirm } from "@/ui/confirm";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import type { FormAction } from "../forms/form-state";

/** More minutes, or the end, for one who works or for all. It posts without script as well. */
export function TimeForm({
  view,
  action,
  who,
  onWho,
}: {
  view: LiveView;
  action: FormAction;
  /** A learner's id; empty: everyone. */
  who: string;
  onWho: (personId: string) => void;
}) {
  const [state, send] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.slips) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  const { classId, id } = view.assignment;
  const working = view.learners.filter((each) => each.state === "working");
  const chosen = view.learners.find(({ personId }) => personId === who);
  const forWhom = chosen ? chosen.name : "everyone who works on it";
  const { slips = {}, typed = {} } = state;
  return (
    <form action={send} ref={form} className="actionform">
      <input type="hidden" name="class" value={classId} />
      <input type="hidden" name="assignment" value={id} />
      {state.done && (
        <Notice>
          <p>{state.done}</p>
        </Notice>
      )}
      <div className="field">
        <label htmlFor="live-who">For</label>
        <select
          id="live-who"
          name="who"
          value={who}
          onChange={(event) => onWho(event.target.value)}
          aria-invalid={slips.who ? true : undefined}
          aria-describedby={slips.who ? "live-who-error" : undefined}
        >
          <option value="">everyone who works on it ({working.length})</option>
          {/* Whoever was chosen stays, though they may have handed in since. */}
          {view.learners
            .filter((each) => each.state === "working" || each.personId === who)
            .map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
        </select>
        {slips.who && (
          <p className="error" id="live-who-error">
            {slips.who}
          </p>
        )}
      </div>
      {/* The key makes React take the typed value over after it has reset the form. */}
      <Field
        key={`minutes ${typed.minutes}`}
        name="minutes"
        id="live-minutes"
        label="Minutes more"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typed.minutes ?? "5"}
        error={slips.minutes}
        hint="On top of the time that is left. Given to everyone, who has extra time has as much more of it."
      />
      <Field
        key={`reason ${typed.reason}`}
        name="reason"
        id="live-reason"
        label="Why (the learners concerned read it; may be left empty)"
        autoComplete="off"
        maxLength={80}
        defaultValue={typed.reason ?? ""}
        error={slips.reason}
      />
      <p className="meta">
        Ending hands in at once what stands, and takes nothing more. It cannot be taken back. Who has not begun may
        begin still.
      </p>
      <div className="do">
        <button type="submit" className="btn go" name="do" value="extend">
          Give the time
        </button>
        <Confirm label="End it now" title={`End it for ${forWhom}?`} yes="End it now" name="do" value="end">
          <p>What stands is handed in at once, and nothing more is taken. It cannot be taken back.</p>
        </Confirm>
      </div>
    </form>
  );
}
