"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { Notice } from "@/ui/notice";
import type { FormAction, FormState } from "../forms/form-state";
import styles from "./form.module.css";

/** What the parts of one form share: what was typed, what is wrong, what should be known. */
export interface FormContext {
  state: FormState;
  prefix: string;
  /** What stands in the fields at first. */
  values: Readonly<Record<string, string>>;
  /** What should be known of a field, though it can be saved. */
  notes: Readonly<Record<string, readonly string[]>>;
}

/** A form of several parts that a server action answers, with script or without; focus goes to the first slip. */
export function PartedForm({
  action,
  values = {},
  notes = {},
  hidden = {},
  submit,
  button = "btn go",
  children,
}: {
  action: FormAction;
  values?: FormContext["values"];
  notes?: FormContext["notes"];
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  button?: string;
  children: (context: FormContext) => ReactNode;
}) {
  const [state, send] = useActionState(action, {});
  const prefix = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.slips) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  const slips = Object.keys(state.slips ?? {}).length;
  return (
    <form action={send} ref={form} className={styles.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {slips > 0 && (
        <Notice bad>
          <p>
            Nothing is saved yet: {slips === 1 ? "one thing needs" : `${slips} things need`} another look. What you
            typed is kept.
          </p>
        </Notice>
      )}
      {state.done && (
        <Notice>
          <p>{state.done}</p>
        </Notice>
      )}
      {children({ state, prefix, values, notes })}
      <div className="do">
        <button type="submit" className={button}>
          {submit}
        </button>
      </div>
    </form>
  );
}

interface PartProps {
  context: FormContext;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** A labelled input. */
export function Input({
  context,
  name,
  label,
  hint,
  ...input
}: PartProps & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "defaultValue">) {
  const { id, value, described, invalid, below } = useParts(context, name, hint);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {/* The key makes React take the typed value over after it has reset the form. */}
      <input
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={described}
        aria-invalid={invalid}
        {...input}
      />
      {below}
    </div>
  );
}

/** A list of which one is chosen. */
export function Choice({
  context,
  name,
  label,
  hint,
  options,
}: PartProps & { options: readonly { value: string; words: string; group?: string }[] }) {
  const { id, value, described, invalid, below } = useParts(context, name, hint);
  const groups = [...new Set(options.map(({ group }) => group))];
  const option = (each: { value: string; words: string }) => (
    <option key={each.value} value={each.value}>
      {each.words}
    </option>
  );
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select key={value} id={id} name={name} defaultValue={value} aria-describedby={described} aria-invalid={invalid}>
        {groups.map((group) => {
          const within = options.filter((each) => each.group === group).map(option);
          return group === undefined ? (
            within
          ) : (
            <optgroup key={group} label={group}>
              {within}
            </optgroup>
          );
        })}
      </select>
      {below}
    </div>
  );
}

/** A box to tick. */
export function Tick({
  context: { state, values },
  name,
  children,
}: {
  context: FormContext;
  name: string;
  children: ReactNode;
}) {
  const on = (state.typed ? state.typed[name] : values[name]) === "on";
  return (
    <label className="check">
      <input key={String(on)} type="checkbox" name={name} value="on" defaultChecked={on} />
      <span>{children}</span>
    </label>
  );
}

/** Fields that belong together, under a heading. */
export function Part({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.part}>
      <legend>{title}</legend>
      {hint && <p className="meta">{hint}</p>}
      <div className={styles.fields}>{children}</div>
    </fieldset>
  );
}

function useParts({ state, prefix, values, notes }: FormContext, name: string, hint: ReactNode) {
  const id = `${prefix}-${name}`;
  const error = state.slips?.[name];
  const said = error ? [] : (notes[name] ?? []);
  const described = [error ? `${id}-error` : "", said.length > 0 ? `${id}-note` : "", hint ? `${id}-hint` : ""].filter(
    Boolean,
  );
  return {
    id,
    value: state.typed?.[name] ?? values[name] ?? "",
    described: described.join(" ") || undefined,
    invalid: error ? true : undefined,
    below: (
      <>
        {error && (
          <p className="error" id={`${id}-error`}>
            {error}
          </p>
        )}
        {said.length > 0 && (
          <div className={styles.note} id={`${id}-note`}>
            {said.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </div>
        )}
        {hint && (
          <p className="under" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </>
    ),
  };
}
