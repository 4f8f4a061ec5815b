"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { Confirm } from "@/ui/confirm";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import type { FormAction } from "./form-state";

export interface FormField extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "autoCapitalize" | "spellCheck" | "maxLength" | "required"
> {
  name: string;
  label: string;
  hint?: string;
  /** What stands in the field at first. */
  value?: string;
}

/**
 * A form that a server action answers: its fields, its slips beside them, its line on what was done. It posts and
 * shows its slips without script as well. `hidden`: values that go along unseen. Focus moves to the first slip, or to
 * what is to be copied down.
 */
export function ActionForm({
  action,
  fields = [],
  hidden = {},
  submit,
  button = "btn go",
  confirm,
  children,
}: {
  action: FormAction;
  fields?: readonly FormField[];
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  /** The button's class: 'btn go' for the one thing to do on the page. */
  button?: string;
  /** Asked before it is sent, where there is script: `children` say the same where there is none. */
  confirm?: { title: string; yes: string; say: string };
  /** Between the fields and the button. */
  children?: ReactNode;
}) {
  const [state, send, sending] = useActionState(action, {});
  const prefix = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const target = state.slips ? "[aria-invalid=true]" : state.secret ? "[data-secret]" : null;
    if (target) form.current?.querySelector<HTMLElement>(target)?.focus();
  }, [state]);
  const named = new Set(fields.map((field) => field.name));
  const others = Object.entries(state.slips ?? {}).filter(([name]) => !named.has(name));

  return (
    <form action={send} ref={form} className="actionform">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {others.length > 0 && (
        <Notice bad>
          {others.map(([name, message]) => (
            <p key={name}>{message}</p>
          ))}
        </Notice>
      )}
      {state.done && (
        <Notice>
          <p>{state.done}</p>
          {state.secret && (
            <div className="field">
              <label htmlFor={`${prefix}-secret`}>{state.secret.label}</label>
              <input
                id={`${prefix}-secret`}
                data-secret
                readOnly
                value={state.secret.value}
                onFocus={(event) => event.currentTarget.select()}
              />
            </div>
          )}
        </Notice>
      )}
      {fields.map(({ value, ...field }) => {
        const shown = state.typed?.[field.name] ?? value;
        // The key makes React take the typed value over after it has reset the form.
        return (
          <Field
            key={`${field.name}=${shown ?? ""}`}
            {...field}
            id={`${prefix}-${field.name}`}
            defaultValue={shown}
            error={state.slips?.[field.name]}
          />
        );
      })}
      {children}
      <div className="do">
        {confirm ? (
          <Confirm label={submit} title={confirm.title} yes={confirm.yes} className={button}>
            <p>{confirm.say}</p>
          </Confirm>
        ) : (
          <button type="submit" className={button} aria-disabled={sending || undefined}>
            {submit}
          </button>
        )}
      </div>
    </form>
  );
}
