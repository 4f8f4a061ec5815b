"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import type { DecisionKind } from "@/records";
import { Confirm } from "@/ui/confirm";
import { Notice } from "@/ui/notice";
import { FieldsOf, Input, NumberInput } from "../assignment/fields";
import type { FormAction, FormState } from "../forms/form-state";
import styles from "./decision.module.css";

/**
 * One thing to decide, folded behind its name: a number where it needs one, and why. It posts without script, and stays
 * open with its slips and what was typed.
 */
export function DecisionForm({
  action,
  what,
  title,
  aside,
  say,
  hidden,
  number,
  submit,
  confirm,
}: {
  action: FormAction;
  what: DecisionKind;
  /** What the fold is called. */
  title: string;
  /** Of what, for who hears only the name: 'attempt 2'. */
  aside?: string;
  /** What it does, before it is done. */
  say: string;
  hidden: Readonly<Record<string, string>>;
  number?: { label: string; hint?: string; value?: string };
  submit: string;
  /** Asked before it is sent, where it cannot simply be undone. */
  confirm?: { title: string; yes: string };
}) {
  const [state, send] = useActionState(action, {});
  const prefix = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.slips) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  const context = { state, prefix, values: { value: number?.value ?? "" }, notes: {} };
  const others = Object.entries(state.slips ?? {}).filter(([name]) => !["value", "reason", "comment"].includes(name));
  return (
    <details className={styles.fold} open={state.slips ? true : undefined}>
      <summary>
        {title}
        {aside && <span className="vh"> {aside}</span>}
      </summary>
      <form action={send} ref={form} className="actionform">
        {Object.entries({ ...hidden, what }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="hint">{say}</p>
        {others.length > 0 && (
          <Notice bad>
            {others.map(([name, message]) => (
              <p key={name}>{message}</p>
            ))}
          </Notice>
        )}
        <FieldsOf value={context}>
          {number && <NumberInput name="value" label={number.label} hint={number.hint} />}
          {what === "comment" ? (
            <Words state={state} prefix={prefix} />
          ) : (
            <Input name="reason" label="Why" hint="It stays on record, and the learner reads it." maxLength={300} />
          )}
        </FieldsOf>
        <div className="do">
          {confirm ? (
            <Confirm label={submit} title={confirm.title} yes={confirm.yes}>
              <p>{say}</p>
            </Confirm>
          ) : (
            <button type="submit" className="btn">
              {submit}
            </button>
          )}
        </div>
      </form>
    </details>
  );
}

/** What is said to the learner, over several lines if need be. */
function Words({ state, prefix }: { state: FormState; prefix: string }) {
  const id = `${prefix}-comment`;
  const error = state.slips?.comment;
  const typed = state.typed?.comment ?? "";
  return (
    <div className="field">
      <label htmlFor={id}>Comment to the learner</label>
      <textarea
        key={typed}
        id={id}
        name="comment"
        rows={3}
        maxLength={2000}
        defaultValue={typed}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
