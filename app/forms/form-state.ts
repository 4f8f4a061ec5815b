import type { Refused } from "@/records";

/** What a form says after it was sent: slips beside their fields, what was typed so that nothing is lost, and a line
 * on what was done. */
export interface FormState {
  slips?: Record<string, string>;
  typed?: Record<string, string>;
  done?: string;
  /** Something to copy down, shown once: a link, a password. */
  secret?: { label: string; value: string };
}

/** An action of a form: gets the last state and what was sent. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A refusal as a form shows it. Passwords are never sent back. */
export function slipsOf(refused: Refused, form: FormData): FormState {
  const slips: Record<string, string> = {};
  for (const { field, message } of refused.slips) slips[field] ??= message;
  return { slips, typed: typedIn(form) };
}

/** What was typed, to be shown again, without passwords and without what the framework adds. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$") && !secretFields.has(name)) typed[name] = value;
  return typed;
}

const secretFields = new Set(["password", "current"]);

/** A text field of a form, empty when it was not sent or is a file. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
