"use client";

import type { AssignmentChoices } from "@/records";
import type { FormAction } from "../forms/form-state";
import { Choice, Input, Part, PartedForm, Tick, type FormContext } from "./form-parts";

/** An assignment's form, new or to be changed: every field of it, in four parts. */
export function AssignmentForm({
  action,
  choices: { class: group, quizzes, groups, categories, weighted },
  counted = true,
  values,
  notes,
  hidden,
  submit,
  asksPassword = false,
}: {
  action: FormAction;
  choices: AssignmentChoices;
  /** False of what is set to practise with: the gradebook has no column of it. */
  counted?: boolean;
  values: FormContext["values"];
  notes?: FormContext["notes"];
  hidden: Readonly<Record<string, string>>;
  submit: string;
  /** One is asked for already: it stays unless another is typed. */
  asksPassword?: boolean;
}) {
  return (
    <PartedForm action={action} values={values} notes={notes} hidden={hidden} submit={submit}>
      {(context) => (
        <>
          <Part title="What, and for whom">
            <Choice
              context={context}
              name="quiz"
              label="Quiz"
              options={quizzes.map(({ quizId, title }) => ({ value: quizId, words: title }))}
            />
            <Input
              context={context}
              name="title"
              label="Title"
              hint="As your learners see it. Left empty, it is the quiz’s."
              maxLength={200}
              autoComplete="off"
            />
            <Choice
              context={context}
              name="group"
              label="For"
              options={[
                { value: "", words: "The whole class" },
                ...groups.map(({ id, name }) => ({ value: id, words: name })),
              ]}
            />
            {counted && categories.length > 0 && (
              <Choice
                context={context}
                name="category"
                label="Category in the gradebook"
                options={[
                  { value: "", words: weighted ? "None: it counts in no total" : "None" },
                  ...categories.map(({ id, name }) => ({ value: id, words: name })),
                ]}
              />
            )}
            <Tick context={context} name="withLesson">
              The lesson is to be read as well
            </Tick>
          </Part>

          <Part title="When" hint={`All times are those of the class’s clock (${group.timeZone}).`}>
            <Input context={context} name="opensAt" label="Opens" hint="Empty: at once." type="datetime-local" />
            <Input context={context} name="dueAt" label="Due" hint="Empty: never late." type="datetime-local" />
            <Input
              context={context}
              name="closesAt"
              label="Closes"
              hint="Nothing is begun from then on, and what runs is handed in. Empty: never."
              type="datetime-local"
            />
            <Choice
              context={context}
              name="late"
              label="Late work"
              options={[
                { value: "no", words: "Is not accepted: it closes when it is due" },
                { value: "yes", words: "Is accepted until it closes" },
              ]}
            />
            <Input
              context={context}
              name="late.deduction"
              label="Lateness costs, in per cent"
              hint="Of the points earned. 0: nothing."
              inputMode="decimal"
              autoComplete="off"
            />
            <Choice
              context={context}
              name="per"
              label="Taken off"
              options={[
                { value: "day", words: "for each day begun" },
                { value: "once", words: "once" },
              ]}
            />
            <Input
              context={context}
              name="late.atMost"
              label="Taken off at most, in per cent"
              inputMode="decimal"
              autoComplete="off"
            />
          </Part>

          <Part title="How">
            <Input
              context={context}
              name="timeLimit"
              label="Time limit, in minutes"
              hint="From when a learner begins. Empty: none. Who has extra time gets it by itself."
              inputMode="decimal"
              autoComplete="off"
            />
            <Input
              context={context}
              name="grace"
              label="Grace, in seconds"
              hint="So long, what was sent in time may still arrive. Learners do not see it."
              inputMode="numeric"
              autoComplete="off"
            />
            <Input
              context={context}
              name="attempts"
              label="Attempts"
              hint="Empty: any number."
              inputMode="numeric"
              autoComplete="off"
            />
            <Choice
              context={context}
              name="counts"
              label="What counts"
              options={[
                { value: "best", words: "The best attempt" },
                { value: "last", words: "The last attempt" },
                { value: "first", words: "The first attempt" },
                { value: "mean", words: "The mean of all" },
              ]}
            />
            <Choice
              context={context}
              name="certainty"
              label="Certainty marking"
              options={[
                { value: "", words: "As the quiz has it" },
                { value: "yes", words: "On: they say how sure they are" },
                { value: "no", words: "Off" },
              ]}
            />
            <Choice
              context={context}
              name="pages"
              label="Questions"
              options={[
                { value: "each", words: "One at a time" },
                { value: "one", words: "All on one page" },
              ]}
            />
            <Tick context={context} name="shuffle">
              Shuffled: in another order for each attempt
            </Tick>
            <Input
              context={context}
              name="password"
              label="Password"
              hint={
                asksPassword
                  ? "One is asked for. Empty: it stays as it is."
                  : "To begin with, said in the room. Empty: none."
              }
              autoComplete="off"
              maxLength={100}
            />
            {asksPassword && (
              <Tick context={context} name="noPassword">
                Ask for no password any more
              </Tick>
            )}
          </Part>

          <Part
            title="What learners see, and when"
            hint="As long as it is open, the strictest rule holds for practice at the same quiz too. Explanations that name the right answer come with the right answers."
          >
            {shows.map(({ name, label, during }) => (
              <Choice
                key={name}
                context={context}
                name={`show.${name}`}
                label={label}
                options={[
                  ...(during ? [{ value: "during", words: during }] : []),
                  { value: "after", words: "When they have handed in" },
                  { value: "closed", words: "Once it is closed" },
                  { value: "never", words: "Never" },
                ]}
              />
            ))}
            <Choice
              context={context}
              name="closedMeans"
              label="Closed means"
              options={[
                { value: "everyone", words: "For everyone, extra time included" },
                { value: "learner", words: "For the learner who looks" },
              ]}
            />
          </Part>
        </>
      )}
    </PartedForm>
  );
}

const shows = [
  { name: "score", label: "Their score", during: null },
  { name: "correctness", label: "Right or wrong", during: "As they go: each answer can be checked" },
  { name: "key", label: "The right answers", during: null },
  { name: "feedback", label: "Explanations", during: "As they go, with each check" },
] as const;
