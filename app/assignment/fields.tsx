"use client";

import { createContext, useContext } from "react";
import type { InputHTMLAttributes, ReactNode } from "react";
import type { FormState } from "../forms/form-state";
import styles from "./form.module.css";

/** What stands in the fields of a form, by name. */
export type Values = Readonly<Record<string, string | undefined>>;

/** What the fields of one form share: what was typed, what is wrong, what should be known. */
export interface FormContext {
  state: FormState;
  prefix: string;
  /** What stands in the fields at first. */
  values: Values;
  /** What should be known of a field, though it can be saved. */
  notes: Readonly<Record<string, readonly string[]>>;
}

/** Around the fields of a form. */
export const FieldsOf = createContext<FormContext>({ state: {}, prefix: "", values: {}, notes: {} });

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** A labelled input; a number or words, unless its `type` says otherwise. */
export function Input({
  name,
  label,
  hint,
  ...input
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "defaultValue">) {
  const { id, value, described, invalid, below } = useField(name, hint);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {/* The key makes React take the typed value over after it has reset the form. */}
      <input
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={described}
        aria-invalid={invalid}
        {...input}
      />
      {below}
    </div>
  );
}

/** A day and a time by the class's clock. */
export function DateInput(field: FieldProps) {
  return <Input {...field} type="datetime-local" />;
}

/** A number as people write it, or, when `whole`, a count. */
export function NumberInput({ whole = false, ...field }: FieldProps & { whole?: boolean }) {
  return <Input {...field} inputMode={whole ? "numeric" : "decimal"} />;
}

export interface Option {
  value: string;
  words: string;
  group?: string;
}

/** A list of which one is chosen. */
export function Choice({ name, label, hint, options }: FieldProps & { options: readonly Option[] }) {
  const { id, value, described, invalid, below } = useField(name, hint);
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select key={value} id={id} name={name} defaultValue={value} aria-describedby={described} aria-invalid={invalid}>
        {groups.map((group) => {
          const within = options
            .filter((each) => each.group === group)
            .map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ));
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
export function Tick({ name, children }: { name: string; children: ReactNode }) {
  const on = valueIn(useContext(FieldsOf), name) === "on";
  return (
    <label className="check">
      <input key={String(on)} type="checkbox" name={name} value="on" defaultChecked={on} />
      <span>{children}</span>
    </label>
  );
}

/** What stands in a field: as it was sent, or else as it was at first. A box that was sent unticked was not sent. */
export function valueIn({ state, values }: Pick<FormContext, "state" | "values">, name: string): string {
  return (state.typed ?? values)[name] ?? "";
}

function useField(name: string, hint: ReactNode) {
  const context = useContext(FieldsOf);
  const { state, prefix, notes } = context;
  const id = `${prefix}-${name}`;
  const error = state.slips?.[name];
  const said = error ? [] : (notes[name] ?? []);
  const described = [error && `${id}-error`, said.length > 0 && `${id}-note`, hint && `${id}-hint`].filter(Boolean);
  return {
    id,
    value: valueIn(context, name),
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
