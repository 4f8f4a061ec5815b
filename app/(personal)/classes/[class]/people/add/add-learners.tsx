"use client";

import { useActionState, useEffect, useRef, type RefObject } from "react";
import { Notice } from "@/ui/notice";
import { SignInSlips } from "../sign-in-slips";
import styles from "./add.module.css";
import { addFromList } from "./actions";
import { LinesTable, ProblemsTable, SkippedList } from "./preview-tables";
import { MOST_BYTES, tooLarge, type AddState } from "./state";

type Of<Step extends AddState["step"]> = Extract<AddState, { step: Step }>;
interface Here {
  classId: string;
  /** What a file's letters may be written in: name and label. */
  encodings: [string, string][];
  send: (form: FormData) => void;
  sending: boolean;
  head: Head;
}
/** The heading of the step: focus goes there when the one before it is gone. */
type Head = RefObject<HTMLHeadingElement | null>;

/** Three steps of one form, which all work without script: give a list, look at what it would do, add. */
export function AddLearners({ classId, encodings }: Pick<Here, "classId" | "encodings">) {
  const [state, send, sending] = useActionState(addFromList, { step: "give" });
  const head: Head = useRef(null);
  const seen = useRef(state);
  useEffect(() => {
    if (seen.current !== state) head.current?.focus();
    seen.current = state;
  }, [state]);
  const here = { classId, encodings, send, sending, head };
  if (state.step === "done") return <Done {...{ state, classId, head }} />;
  return state.step === "preview" ? <Look state={state} {...here} /> : <Give state={state} {...here} />;
}

function Give({ state, classId, encodings, send, sending, head }: Here & { state: Of<"give"> }) {
  const { slip, problems = [], classes = [], kept, pasted } = state;
  return (
    <section className="section" aria-labelledby="give">
      <h2 id="give" ref={head} tabIndex={-1}>
        Add learners from a list
      </h2>
      <form action={send} className={styles.stack}>
        <input type="hidden" name="class" value={classId} />
        {slip && (
          <Notice bad>
            <p>{slip}</p>
          </Notice>
        )}
        {problems.length > 0 && (
          <>
            <Notice bad>
              <p>Nothing was changed. This list cannot be used as it is.</p>
            </Notice>
            <ProblemsTable problems={problems} />
          </>
        )}
        {kept && (
          <>
            <input type="hidden" name="kept" value={JSON.stringify(kept)} />
            <p className="meta">Given: {kept.map(({ name }) => name).join(", ")}. Choose again only to give another.</p>
          </>
        )}
        {classes.length > 1 && (
          <div className="field">
            <label htmlFor="register">Which class of the register?</label>
            <select id="register" name="register">
              {classes.map(({ sourcedId, title, learners }) => (
                <option key={sourcedId} value={sourcedId}>
                  {title ?? sourcedId}, {learners} {learners === 1 ? "learner" : "learners"}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="file">A file</label>
          <input
            id="file"
            name="file"
            type="file"
            multiple
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            aria-describedby="file-hint"
            onChange={(event) => {
              const { files } = event.currentTarget;
              const bytes = [...(files ?? [])].reduce((sum, { size }) => sum + size, 0);
              event.currentTarget.setCustomValidity(bytes > MOST_BYTES ? tooLarge : "");
            }}
          />
          <p className="under" id="file-hint">
            A list of names as CSV or text, one learner on each line; or columns with titles such as first name, last
            name, user name, group. Or users.csv and enrollments.csv of a OneRoster export, together.
          </p>
        </div>
        <div className="field">
          <label htmlFor="list">Or paste the names</label>
          {/* The key makes React take the text over after it has reset the form. */}
          <textarea key={pasted} id="list" name="list" rows={8} defaultValue={pasted} spellCheck={false} />
        </div>
        <details open={kept !== undefined}>
          <summary>If names look wrong</summary>
          <Encodings encodings={encodings} />
        </details>
        <p className="meta">You see what would happen before anything does. No e-mail addresses are read.</p>
        <div className="do">
          <button type="submit" className="btn go" aria-disabled={sending || undefined}>
            Look at the list
          </button>
          <a className="btn quiet" href={`/classes/${classId}/people`}>
            Back
          </a>
        </div>
      </form>
    </section>
  );
}

function Encodings({ encodings }: Pick<Here, "encodings">) {
  return (
    <div className="field">
      <label htmlFor="encoding">The file’s letters are</label>
      <select id="encoding" name="encoding">
        <option value="">found out from the file</option>
        {encodings.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

const words = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function Look({ state, classId, encodings, send, sending, head }: Here & { state: Of<"preview"> }) {
  const { lines, problems, skipped, files, changes, rows, elsewhere, kept } = state;
  const count = (...fates: string[]) => lines.filter(({ fate }) => fates.includes(fate)).length;
  const leftOut = problems.filter(({ effect }) => effect === "left out").length;
  const sentences = [
    count("new") && `${words(count("new"), "learner gets", "learners get")} an account.`,
    count("account") &&
      `${words(count("account"), "has", "have")} an account and ${count("account") === 1 ? "joins" : "join"}.`,
    count("back") && `${words(count("back"), "comes", "come")} back to the class.`,
    count("in", "into group") && `${words(count("in", "into group"), "is", "are")} in the class already.`,
    leftOut && `${words(leftOut, "line is", "lines are")} left out.`,
    skipped.length && `${words(skipped.length, "person does", "people do")} not learn in it.`,
    elsewhere && `${words(elsewhere, "user is", "users are")} in other classes.`,
  ].filter(Boolean);
  return (
    <section className="section" aria-labelledby="look">
      <h2 id="look" ref={head} tabIndex={-1}>
        What would happen
      </h2>
      <div className={styles.stack}>
        <Notice>
          <p>
            <b>Nothing is changed yet.</b> {sentences.join(" ")}
          </p>
        </Notice>
        <p className="meta">
          {files
            .map(({ name, lines: many, encoding }) => `${name}: ${words(many, "line", "lines")}, ${encoding}`)
            .join("; ")}
          .
        </p>
        {problems.length > 0 && <ProblemsTable problems={problems} />}
        {skipped.length > 0 && <SkippedList skipped={skipped} />}
        <form action={send} className={styles.stack}>
          <input type="hidden" name="class" value={classId} />
          <input type="hidden" name="step" value="add" />
          <input type="hidden" name="rows" value={rows} />
          <p className="ui">
            {changes === 0
              ? "Everyone on this list is in the class already, so there is nothing to add."
              : "All of them are added together, or, if something goes wrong, none."}
          </p>
          <div className="do">
            {changes > 0 && (
              <button type="submit" className="btn go" aria-disabled={sending || undefined}>
                {sending ? "Adding…" : `Add ${words(changes, "learner", "learners")}`}
              </button>
            )}
            <a className="btn" href={`/classes/${classId}/people/add`}>
              Give another list
            </a>
          </div>
        </form>
        <LinesTable lines={lines} files={files.length} />
        {kept && (
          <form action={send} className={styles.stack}>
            <input type="hidden" name="class" value={classId} />
            <input type="hidden" name="kept" value={JSON.stringify(kept)} />
            <Encodings encodings={encodings} />
            <button type="submit" className="btn">
              Read it again so
            </button>
          </form>
        )}
      </div>
    </section>
  );
}

function Done({
  state: { slips, joined, back, already },
  classId,
  head,
}: {
  state: Of<"done">;
  classId: string;
  head: Head;
}) {
  const made = slips?.people.length ?? 0;
  return (
    <>
      <section className={`section ${styles.screen}`} aria-labelledby="done">
        <h2 id="done" ref={head} tabIndex={-1}>
          Added
        </h2>
        <div className={styles.stack}>
          <Notice>
            {made > 0 && <p>{words(made, "learner has", "learners have")} a new account.</p>}
            {joined.length > 0 && <p>Joined with the account they have: {joined.join(", ")}.</p>}
            {back.length > 0 && <p>Back in the class: {back.join(", ")}.</p>}
            {already > 0 && <p>{words(already, "was", "were")} in the class already.</p>}
          </Notice>
          <p className="ui">
            <a href={`/classes/${classId}/people`}>Back to learners and code</a>
          </p>
        </div>
      </section>
      {slips && <SignInSlips slips={slips} />}
    </>
  );
}
