"use client";

import type { FormAction } from "../forms/form-state";
import { Choice, Input, Part, PartedForm, Tick, type FormContext } from "./form-parts";

/** Other terms for a learner or a group; what is empty is as for everyone. */
export function ExceptionForm({
  action,
  who,
  values,
  hidden,
}: {
  action: FormAction;
  who: readonly { value: string; words: string; group: string }[];
  values: FormContext["values"];
  hidden: Readonly<Record<string, string>>;
}) {
  return (
    <PartedForm action={action} values={values} hidden={hidden} submit="Save these terms" button="btn">
      {(context) => (
        <Part
          title="Other terms"
          hint="What you leave empty is as for everyone. They count at once, for who sits it too."
        >
          <Choice context={context} name="who" label="For" options={who} />
          <Input context={context} name="opensAt" label="Opens" type="datetime-local" />
          <div>
            <Input context={context} name="dueAt" label="Due" type="datetime-local" />
            <Tick context={context} name="no.dueAt">
              Never late
            </Tick>
          </div>
          <div>
            <Input context={context} name="closesAt" label="Closes" type="datetime-local" />
            <Tick context={context} name="no.closesAt">
              Never closes
            </Tick>
          </div>
          <div>
            <Input
              context={context}
              name="timeLimit"
              label="Time limit, in minutes"
              inputMode="decimal"
              autoComplete="off"
            />
            <Tick context={context} name="no.timeLimit">
              No time limit
            </Tick>
          </div>
          <div>
            <Input context={context} name="attempts" label="Attempts" inputMode="numeric" autoComplete="off" />
            <Tick context={context} name="no.attempts">
              Any number
            </Tick>
          </div>
          <Input
            context={context}
            name="reason"
            label="Reason"
            hint="For you and your colleagues."
            maxLength={200}
            autoComplete="off"
          />
        </Part>
      )}
    </PartedForm>
  );
}
