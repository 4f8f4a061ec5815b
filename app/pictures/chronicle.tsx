import type { CompiledCourse } from "@/content/compiled";
import type { ChronicleMonth, ChronicleYear, Entry } from "@/content/pictures/chronicle";
import { monthName } from "@/facts/dates";
import styles from "./chronicle.module.css";

const kinds = [
  { kind: "agreement", one: "Agreement", many: "Agreements" },
  { kind: "event", one: "Event", many: "Events" },
  { kind: "transfer", one: "Change of hands", many: "Changes of hands" },
] as const;

/**
 * What happened, year by year and month by month. What is shown is chosen by the style sheet, which looks at the fields
 * above the list: no script.
 */
export function Chronicle({ course, years }: { course: CompiledCourse; years: readonly ChronicleYear[] }) {
  return (
    <div className={styles.chronicle}>
      <div className={styles.choose}>
        <fieldset className={styles.kinds}>
          <legend>Show</legend>
          <label>
            <input type="radio" name="kind" value="all" defaultChecked /> Everything
          </label>
          {kinds.map(({ kind, many }) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} />
              <Mark kind={kind} /> {many}
            </label>
          ))}
        </fieldset>
        <label className={styles.lesson}>
          <span>Lesson</span>
          <select defaultValue="all" autoComplete="off">
            <option value="all">All lessons</option>
            {course.lessons.map((lesson) => (
              <option key={lesson.id} value={lesson.number}>
                {lesson.number} {lesson.shortTitle}
              </option>
            ))}
          </select>
        </label>
        <nav aria-label="Years" className={styles.jump}>
          {years.map(({ year }) => (
            <a key={year} href={`#y${year}`}>
              {year}
            </a>
          ))}
        </nav>
      </div>
      {years.map((year) => (
        <section key={year.year} className={styles.year} id={`y${year.year}`} aria-labelledby={`title-${year.year}`}>
          <div className={styles.head}>
            <h2 id={`title-${year.year}`}>{year.year}</h2>
            {year.months.length > 2 && <Months year={year} />}
          </div>
          <div>
            {year.months.map((month) => (
              <MonthList key={month.month} year={year.year} month={month} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function MonthList({ year, month }: { year: number; month: ChronicleMonth }) {
  return (
    <div className={styles.month} id={monthId(year, month.month)}>
      <h3>
        {month.title}
        <span className="vh"> {year}</span>
      </h3>
      <ol className={styles.entries}>
        {month.entries.map((entry) => (
          <li key={entry.factId} data-kind={entry.kind} data-lessons={lessonsOf(entry)}>
            <span className={styles.date}>{entry.dateText.replace(new RegExp(` ${year}$`), "")}</span>
            <span className={styles.what}>
              <Mark kind={entry.kind} />
              <span className="vh">{kinds.find(({ kind }) => kind === entry.kind)?.one}: </span>
              <a href={`/lessons/${entry.places[0]!.lessonId}#${entry.places[0]!.passageId}`}>{entry.name}</a>
            </span>
            <span className={styles.told}>
              {entry.places.map((place, index) => (
                <span key={place.lessonId}>
                  {index > 0 && ", "}
                  <a href={`/lessons/${place.lessonId}#${place.passageId}`} title={place.lessonTitle}>
                    {index === 0 ? "Lesson " : ""}
                    {place.lessonNumber}
                  </a>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Twelve months side by side, a mark for everything in them; each leads to its month. */
function Months({ year }: { year: ChronicleYear }) {
  return (
    <ol className={styles.months} aria-label={`Months of ${year.year}`}>
      {Array.from({ length: 12 }, (_, index) => index + 1).map((number) => {
        const month = year.months.find((each) => each.month === number);
        const letter = <span aria-hidden="true">{monthName(number).slice(0, 1)}</span>;
        return (
          <li key={number}>
            {month ? (
              <a href={`#${monthId(year.year, number)}`} aria-label={`${month.title}: ${month.entries.length}`}>
                <Stack entries={month.entries} />
                {letter}
              </a>
            ) : (
              letter
            )}
          </li>
        );
      })}
    </ol>
  );
}

const ROW = 3;
const CELL = 8;

/** Marks in rows of three, the first at the bottom. */
function Stack({ entries }: { entries: readonly Entry[] }) {
  const rows = Math.ceil(entries.length / ROW);
  const [width, height] = [Math.min(entries.length, ROW) * CELL, rows * CELL];
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {entries.map(({ factId, kind }, index) => (
        <g
          key={factId}
          data-kind={kind}
          data-lessons={lessonsOf(entries[index]!)}
          transform={`translate(${(index % ROW) * CELL} ${(rows - 1 - Math.floor(index / ROW)) * CELL})`}
        >
          <Shape kind={kind} />
        </g>
      ))}
    </svg>
  );
}

function Mark({ kind }: { kind: Entry["kind"] }) {
  return (
    <svg className={styles.mark} width="12" height="12" viewBox="0 0 8 8" aria-hidden="true">
      <Shape kind={kind} />
    </svg>
  );
}

/** An agreement is a full square, an event an open circle, a change of hands a half-filled diamond. */
function Shape({ kind }: { kind: Entry["kind"] }) {
  switch (kind) {
    case "agreement":
      return <rect className={styles.full} x="1" y="1" width="6" height="6" />;
    case "event":
      return <circle className={styles.open} cx="4" cy="4" r="2.6" />;
    case "transfer":
      return (
        <>
          <path className={styles.full} d="M4 .4V7.6L.4 4z" />
          <path className={styles.open} d="M4 .4L7.6 4L4 7.6L.4 4z" />
        </>
      );
  }
}

const lessonsOf = ({ places }: Entry) => places.map((place) => place.lessonNumber).join(" ");
const monthId = (year: number, month: number) => `m${year}-${String(month).padStart(2, "0")}`;
