"use client";

import type { AssignmentChoices } from "@/records";
import type { FormAction } from "../forms/form-state";
import { Choice, DateInput, Input, NumberInput, Tick, type FormContext, type Values } from "./fields";
import { Fold } from "./fold";
import { Part, PartedForm } from "./form-parts";
import styles from "./form.module.css";
import { askedWords, countsWords, countWords, fromWords, lateSetWords, showNames, shownWords } from "./set-words";

/** An assignment's form, new or to be changed: what, for whom and when in view, the rest folded. */
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
  values: Values;
  notes?: FormContext["notes"];
  hidden: Readonly<Record<string, string>>;
  submit: string;
  /** One is asked for already: it stays unless another is typed. */
  asksPassword?: boolean;
}) {
  const inCategory = counted && categories.length > 0;
  const noCategory = weighted ? "None: it counts in no total" : "None";
  return (
    <PartedForm action={action} values={values} notes={notes} hidden={hidden} submit={submit}>
      <Part title="What, and for whom">
        <Choice
          name="quiz"
          label="Quiz"
          options={quizzes.map(({ quizId, title }) => ({ value: quizId, words: title }))}
        />
        <Input
          name="title"
          label="Title"
          hint="As your learners see it. Left empty, it is the quiz’s."
          maxLength={200}
        />
        <Choice name="group" label="For" options={[{ value: "", words: "The whole class" }, ...named(groups)]} />
      </Part>
      <Part title="When" hint={`All times are those of the class’s clock (${group.timeZone}).`}>
        <DateInput name="opensAt" label="Opens" hint="Empty: at once." />
        <DateInput name="dueAt" label="Due" hint="Empty: never late." />
        <DateInput
          name="closesAt"
          label="Closes"
          hint="Nothing is begun from then on, and what runs is handed in. Empty: never."
        />
      </Part>

      <div className={styles.folds}>
        <Fold title="Late work" says={lateSetWords} names={["late", "late.deduction", "per", "late.atMost"]}>
          <Choice
            name="late"
            label="Late work"
            options={[
              { value: "no", words: "Is not accepted: it closes when it is due" },
              { value: "yes", words: "Is accepted until it closes" },
            ]}
          />
          <NumberInput
            name="late.deduction"
            label="Lateness costs, in per cent"
            hint="Of the points earned. 0: nothing."
          />
          <Choice
            name="per"
            label="Taken off"
            options={[
              { value: "day", words: "for each day begun" },
              { value: "once", words: "once" },
            ]}
          />
          <NumberInput name="late.atMost" label="Taken off at most, in per cent" />
        </Fold>

        <Fold
          title="Time and attempts"
          says={(set) => countsWords(set, inCategory ? categories : [], weighted)}
          names={["timeLimit", "grace", "attempts", "counts", "category"]}
        >
          <NumberInput
            name="timeLimit"
            label="Time limit, in minutes"
            hint="From when a learner begins. Empty: none. Who has extra time gets it by itself."
          />
          <NumberInput
            whole
            name="grace"
            label="Grace, in seconds"
            hint="So long, what was sent in time may still arrive. Learners do not see it."
          />
          <NumberInput whole name="attempts" label="Attempts" hint="Empty: any number." />
          <Choice name="counts" label="What counts" options={optionsOf(countWords)} />
          {inCategory && (
            <Choice
              name="category"
              label="Category in the gradebook"
              options={[{ value: "", words: noCategory }, ...named(categories)]}
            />
          )}
        </Fold>

        <Fold
          title="How it is asked"
          says={(set) => askedWords(set, asksPassword)}
          names={["pages", "shuffle", "certainty", "withLesson", "password", "noPassword"]}
        >
          <Choice
            name="pages"
            label="Questions"
            options={[
              { value: "each", words: "One at a time" },
              { value: "one", words: "All on one page" },
            ]}
          />
          <Choice
            name="certainty"
            label="Certainty marking"
            options={[
              { value: "", words: "As the quiz has it" },
              { value: "yes", words: "On: they say how sure they are" },
              { value: "no", words: "Off" },
            ]}
          />
          <Input
            name="password"
            label="Password"
            hint={
              asksPassword
                ? "One is asked for. Empty: it stays as it is."
                : "To begin with, said in the room. Empty: none."
            }
            maxLength={100}
          />
          <div>
            <Tick name="shuffle">Shuffled: in another order for each attempt</Tick>
            <Tick name="withLesson">The lesson is to be read as well</Tick>
            {asksPassword && <Tick name="noPassword">Ask for no password any more</Tick>}
          </div>
        </Fold>

        <Fold
          title="What learners see, and when"
          says={shownWords}
          names={["show.score", "show.correctness", "show.key", "show.feedback", "closedMeans"]}
          hint="As long as it is open, the strictest rule holds for practice at the same quiz too. Explanations that name the right answer come with the right answers."
        >
          {Object.entries(showNames).map(([name, label]) => (
            <Choice
              key={name}
              name={`show.${name}`}
              label={label}
              options={optionsOf({ ...(during[name] && { during: during[name] }), ...fromWords })}
            />
          ))}
          <Choice
            name="closedMeans"
            label="Closed means"
            options={[
              { value: "everyone", words: "For everyone, extra time included" },
              { value: "learner", words: "For the learner who looks" },
            ]}
          />
        </Fold>
      </div>
    </PartedForm>
  );
}

/** What can be shown as they go. */
const during: Readonly<Record<string, string>> = {
  correctness: "As they go: each answer can be checked",
  feedback: "As they go, with each check",
};

const named = (all: readonly { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, words: name }));

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, words]) => ({ value, words }));
