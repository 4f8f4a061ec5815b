"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { Notice } from "@/ui/notice";
import type { FormAction } from "../forms/form-state";
import { FieldsOf, type FormContext, type Values } from "./fields";
import styles from "./form.module.css";

/** A form of several parts that a server action answers, with script or without; focus goes to the first slip. */
export function PartedForm({
  action,
  values,
  notes = {},
  hidden,
  submit,
  button = "btn go",
  children,
}: {
  action: FormAction;
  values: Values;
  notes?: FormContext["notes"];
  hidden: Readonly<Record<string, string>>;
  submit: string;
  button?: string;
  children: ReactNode;
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
      <FieldsOf value={{ state, prefix, values, notes }}>{children}</FieldsOf>
      <div className="do">
        <button type="submit" className={button}>
          {submit}
        </button>
      </div>
    </form>
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
