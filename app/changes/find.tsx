import type { AnswersGiven, AskedQuestion } from "@/records";
import { previewPath } from "./wanted";
import { attemptsWords } from "./words";
import styles from "./changes.module.css";

/** Where an administrator finds the question whose marking is to change. */
export function FindQuestion({
  search,
  found,
}: {
  search: string;
  found: { questions: readonly AskedQuestion[]; more: boolean };
}) {
  const { questions, more } = found;
  return (
    <section className="section" aria-labelledby="find">
      <h2 id="find">Change how a question is marked</h2>
      <div>
        <form action="/school/changes" method="get" className={styles.search} role="search">
          <div className="field">
            <label htmlFor="search">Words of the question, or of its quiz’s title</label>
            <input id="search" name="search" type="search" defaultValue={search} maxLength={200} />
          </div>
          <button type="submit" className="btn">
            Find it
          </button>
        </form>
        {search !== "" && questions.length === 0 && <p>No question has all of these words.</p>}
        {questions.length > 0 && (
          <ul className={styles.list}>
            {questions.map(({ itemId, prompt, quizTitle, attempts }) => (
              <li key={itemId}>
                <p>
                  <a href={previewPath(null, { item: itemId })}>{prompt}</a>
                </p>
                <p className="meta">
                  {quizTitle}, {attemptsWords(attempts)}
                </p>
              </li>
            ))}
          </ul>
        )}
        {more && <p>There are more: add a word.</p>}
      </div>
    </section>
  );
}

/** What the school answered to a question, and what can be changed about it. Each way leads to its preview. */
export function ChooseChange({ given: { itemId, prompt, answers, more } }: { given: AnswersGiven }) {
  return (
    <div className={styles.change}>
      <header>
        <h2>{prompt}</h2>
        <p>A change holds in the whole school. You see who changes before anything does.</p>
      </header>
      <div className={styles.row}>
        <a className="btn" href={previewPath(null, { what: "full", item: itemId })}>
          Give everyone the points
        </a>
        <a className="btn" href={previewPath(null, { what: "drop", item: itemId })}>
          Drop this question
        </a>
      </div>
      <section className="section" aria-labelledby="given">
        <h2 id="given">Answers that were not wholly right</h2>
        {answers.length === 0 && <p>Nobody in the school has given one.</p>}
        <ul className={styles.list}>
          {answers.map(({ said, attempts, from }) => (
            <li key={said}>
              <p>
                ‘<bdi>{said}</bdi>’, {attemptsWords(attempts)}
              </p>
              <a
                className="btn"
                href={previewPath(null, {
                  what: "accept",
                  attempt: from.attemptId,
                  position: String(from.position),
                })}
              >
                Accept this answer<span className="vh">: {said}</span>
              </a>
            </li>
          ))}
        </ul>
        {more && <p>Others were given less often.</p>}
      </section>
    </div>
  );
}
