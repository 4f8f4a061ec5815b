import type { InputHTMLAttributes, ReactNode } from "react";

/**
 * A labelled input with its hint and its error, wired for screen readers. `name` doubles as the element's id.
 *   <Field name="code" label="Class code" hint="Your teacher has it." error={slips.code} autoComplete="off" />
 * Everything else goes to the input. An error is a sentence: what happened and what to do.
 */
export function Field({
  name,
  label,
  hint,
  error,
  big = false,
  id = name,
  after,
  ...input
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The size of an answer rather than of a form's field. */
  big?: boolean;
  /** What stands under the input: a read-back. */
  after?: ReactNode;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "name">) {
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return (
    <div className={big ? "field big" : "field"}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        {...input}
      />
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p className="under" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {after}
    </div>
  );
}
