import { memo } from "react";
import type { LiveLearner, LiveView } from "@/records";
import { Table } from "@/ui/table";
import { timeText } from "../attempt/clock";
import { leftText, longest } from "../attempt/time-left";
import styles from "./board.module.css";
import { filters, filterWords, shownBy, type Filter } from "./words";

/** So many rows are shown before somebody asks for all: what nobody looks at need not be drawn every few seconds. */
const fold = 100;

/** Everyone by name, so that no row moves while one looks at it. */
export function Learners({
  view,
  now,
  filter,
  all,
  here,
  onFilter,
  onAll,
  onChoose,
}: {
  view: LiveView;
  now: number;
  filter: Filter;
  /** A long list is shown to its end. */
  all: boolean;
  /** The page's own address: without script its links show it anew. */
  here: string;
  onFilter: (filter: Filter) => void;
  onAll: () => void;
  onChoose: (personId: string) => void;
}) {
  const found = view.learners.filter((each) => shownBy(filter, each));
  const shown = all ? found : found.slice(0, fold);
  const { shuffle } = view.assignment;
  return (
    <section aria-labelledby="learners">
      <h2 id="learners" className={styles.head}>
        Learners
      </h2>
      <ul className={styles.filters} aria-label="Show">
        {filters.map((each) => (
          <li key={each}>
            <a
              href={`${here}?show=${encodeURIComponent(each)}#learners`}
              aria-current={each === filter ? "true" : undefined}
              onClick={(event) => {
                event.preventDefault();
                onFilter(each);
              }}
            >
              {filterWords[each]} ({view.learners.filter((learner) => shownBy(each, learner)).length})
            </a>
          </li>
        ))}
      </ul>
      <Table
        className={`stacks ${styles.table}`}
        caption={
          shuffle
            ? "‘At’: the next question without an answer, in the learner’s own order. Numbers are those of the paper"
            : "‘At’: the first question without an answer after the one saved last"
        }
      >
        <thead>
          <tr>
            <th scope="col">Learner</th>
            <th scope="col">State</th>
            <th scope="col">Answered</th>
            <th scope="col">At</th>
            <th scope="col">Time left</th>
            <th scope="col">Last saved</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <Row
              key={each.personId}
              learner={each}
              left={leftOf(each, now, view.assignment.timeZone)}
              classId={view.assignment.classId}
              timeZone={view.assignment.timeZone}
              here={here}
              onChoose={onChoose}
            />
          ))}
          {shown.length === 0 && (
            <tr>
              <td colSpan={6}>{view.learners.length === 0 ? "Nobody is in it yet." : "Nobody, just now."}</td>
            </tr>
          )}
        </tbody>
      </Table>
      {shown.length < found.length && (
        <p className={`ui ${styles.more}`}>
          {shown.length} of {found.length} are shown.{" "}
          <a
            href={`${here}?show=${encodeURIComponent(filter)}&all=1#learners`}
            onClick={(event) => {
              event.preventDefault();
              onAll();
            }}
          >
            Show all
          </a>
        </p>
      )}
    </section>
  );
}

interface RowProps {
  learner: LiveLearner;
  left: string;
  classId: string;
  timeZone: string;
  here: string;
  onChoose: (personId: string) => void;
}

/** Drawn anew only when something in it is other than before. */
const Row = memo(
  function Row({ learner, left, classId, timeZone, here, onChoose }: RowProps) {
    const { personId, name, state, answered, of, at, last, savedAt, submittedAt, timeFactor, quiet } = learner;
    return (
      <tr>
        <th scope="row">
          <a href={`/classes/${classId}/learners/${personId}`}>{name}</a>
        </th>
        <td>
          <span className="nb">{state}</span>
          {submittedAt && <>, {timeText(submittedAt, timeZone)}</>}
          {quiet && <span className={styles.mark}> quiet for long</span>}
        </td>
        <td>
          {state !== "not begun" && (
            <>
              <progress className={styles.bar} max={of} value={answered} aria-hidden="true" />{" "}
              <span className="nb">
                {answered} of {of}
              </span>
            </>
          )}
        </td>
        <td className="nb">{state === "working" && (at === null ? "all answered" : `question ${at}`)}</td>
        <td className="nb">
          {state === "working" && (
            <>
              {left}
              {timeFactor > 1 && ` (× ${timeFactor})`}{" "}
              <a
                href={`${here}?who=${personId}#time`}
                onClick={(event) => {
                  event.preventDefault();
                  onChoose(personId);
                }}
              >
                Change<span className="vh"> the time of {name}</span>
              </a>
            </>
          )}
        </td>
        <td className="nb" data-of={savedAt ? "Last saved" : undefined}>
          {savedAt ? `${timeText(savedAt, timeZone)}, question ${last}` : state === "working" ? "nothing yet" : ""}
        </td>
      </tr>
    );
  },
  (a, b) => a.learner === b.learner && a.left === b.left,
);

function leftOf({ endsAt }: LiveLearner, now: number, timeZone: string): string {
  if (!endsAt) return "no limit";
  const seconds = (Date.parse(endsAt) - now) / 1000;
  if (seconds <= 0) return "over";
  return seconds > longest ? `until ${timeText(endsAt, timeZone)}` : leftText(seconds);
}
