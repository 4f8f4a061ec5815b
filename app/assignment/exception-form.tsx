"use client";

import type { FormAction } from "../forms/form-state";
import { Choice, DateInput, Input, NumberInput, Tick, type Option, type Values } from "./fields";
import { Part, PartedForm } from "./form-parts";

/** Other terms for a learner or a group; what is empty is as for everyone. */
export function ExceptionForm({
  action,
  who,
  values,
  hidden,
}: {
  action: FormAction;
  who: readonly Option[];
  values: Values;
  hidden: Readonly<Record<string, string>>;
}) {
  return (
    <PartedForm action={action} values={values} hidden={hidden} submit="Save these terms" button="btn">
      <Part
        title="Other terms"
        hint="What you leave empty is as for everyone. They count at once, for who sits it too."
      >
        <Choice name="who" label="For" options={who} />
        <DateInput name="opensAt" label="Opens" />
        <div>
          <DateInput name="dueAt" label="Due" />
          <Tick name="no.dueAt">Never late</Tick>
        </div>
        <div>
          <DateInput name="closesAt" label="Closes" />
          <Tick name="no.closesAt">Never closes</Tick>
        </div>
        <div>
          <NumberInput name="timeLimit" label="Time limit, in minutes" />
          <Tick name="no.timeLimit">No time limit</Tick>
        </div>
        <div>
          <NumberInput whole name="attempts" label="Attempts" />
          <Tick name="no.attempts">Any number</Tick>
        </div>
        <Input name="reason" label="Reason" hint="For you and your colleagues." maxLength={200} />
      </Part>
    </PartedForm>
  );
}
