"use client";

import { createContext, useActionState, useContext, useEffect, useRef, type ReactNode } from "react";
import { Notice } from "@/ui/notice";
import type { FormAction, FormState } from "../../../../../forms/form-state";

const State = createContext<FormState>({});

/** A form of the gradebook's settings: what is in it shows its slips, and what was typed, by its own name. */
export function SettingsForm({
  action,
  hidden,
  submit,
  children,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  children: ReactNode;
}) {
  const [state, send, sending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.slips) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  const general = Object.entries(state.slips ?? {}).filter(([name]) => !name.includes("."));
  return (
    <form action={send} ref={form} className="actionform">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.slips && (
        <Notice bad>
          {general.length === 0 && <p>Nothing is saved yet: look at what is said beside the fields.</p>}
          {general.map(([name, message]) => (
            <p key={name}>{message}</p>
          ))}
        </Notice>
      )}
      {state.done && (
        <Notice>
          <p>{state.done}</p>
        </Notice>
      )}
      <State value={state}>{children}</State>
      <div className="do">
        <button type="submit" className="btn" aria-disabled={sending || undefined}>
          {submit}
        </button>
      </div>
    </form>
  );
}

interface Own {
  name: string;
  label: string;
  value: string;
  width?: string | undefined;
}

/** A field with its label for screen readers: its column, or its words before it, say the same. */
export function Entry({ name, label, value, width, inputMode }: Own & { inputMode?: "decimal" | "numeric" }) {
  const { typed, slips } = useContext(State);
  const shown = typed?.[name] ?? value;
  const slip = slips?.[name];
  return (
    <>
      <input
        // The key makes React take the typed value over after it has reset the form.
        key={shown}
        name={name}
        aria-label={label}
        defaultValue={shown}
        className={width}
        inputMode={inputMode}
        maxLength={60}
        autoComplete="off"
        aria-invalid={slip ? true : undefined}
        aria-describedby={slip ? `${name}-slip` : undefined}
      />
      {slip && (
        <p className="error" id={`${name}-slip`}>
          {slip}
        </p>
      )}
    </>
  );
}

export function Choice({
  name,
  label,
  value,
  options,
}: Own & { options: readonly { value: string; words: string }[] }) {
  const { typed, slips } = useContext(State);
  const shown = typed?.[name] ?? value;
  const slip = slips?.[name];
  return (
    <>
      <select key={shown} name={name} aria-label={label} defaultValue={shown} aria-invalid={slip ? true : undefined}>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.words}
          </option>
        ))}
      </select>
      {slip && <p className="error">{slip}</p>}
    </>
  );
}

/** One of several, each with a line on what it means. */
export function Radios({
  name,
  legend,
  value,
  options,
}: {
  name: string;
  legend: string;
  value: string;
  options: readonly { value: string; words: string; more?: string }[];
}) {
  const { typed } = useContext(State);
  const shown = typed?.[name] ?? value;
  return (
    <fieldset key={shown}>
      <legend>{legend}</legend>
      {options.map((each) => (
        <label key={each.value} className="radio">
          <input type="radio" name={name} value={each.value} defaultChecked={each.value === shown} />
          <span>
            {each.words}
            {each.more && <small> {each.more}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
