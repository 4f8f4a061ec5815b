import type { CompiledCourse } from "@/content/compiled";
import { byAndWhen, changeWords, fromTo, type StepChange } from "@/content/pictures/changes";
import type { CourseMap } from "@/content/pictures/course-map";
import { Table } from "@/ui/table";
import styles from "./map-page.module.css";

/** Changes with from, to, by what and when; each row can be linked to. `wide`: a column for each, else two. */
export function ChangesTable({
  course,
  map,
  changes,
  caption,
  wide = false,
}: {
  course: CompiledCourse;
  map: CourseMap;
  changes: readonly StepChange[];
  caption: string;
  wide?: boolean;
}) {
  const rows = changes.map((change) => ({ ...change, words: changeWords(change.transfer, course.facts) }));
  const lesson = (id: string) => {
    const place = map.places.get(id);
    return (
      place && (
        <a href={`/lessons/${place.lessonId}#${place.passageId}`}>
          Lesson {place.lessonNumber}
          <span className="vh">, {place.lessonTitle}</span>
          {place.passageNumber === undefined ? ", figure" : `, passage ${place.passageNumber}`}
        </a>
      )
    );
  };
  if (wide) {
    return (
      <Table caption={caption} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Land</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">How, by what</th>
            <th scope="col">Occupied</th>
            <th scope="col">When</th>
            <th scope="col">Told in</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ transfer, words }) => (
            <tr key={transfer.id} id={`change-${transfer.id}`}>
              <th scope="row">{words.land}</th>
              <td>{words.from}</td>
              <td>{words.to}</td>
              <td>
                {words.how}; {words.by}
              </td>
              <td>{words.occupied ?? <span aria-hidden="true">·</span>}</td>
              <td>
                {words.when}
                {words.unsure && " (unsure)"}
              </td>
              <td>{lesson(transfer.id) ?? "background"}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    );
  }
  return (
    <div className={styles.narrow}>
      <Table caption={caption} className={styles.table}>
        <thead className="vh">
          <tr>
            <th scope="col">Land</th>
            <th scope="col">From, to, by what, when</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ transfer, words, what }) => (
            <tr key={`${transfer.id} ${what}`} id={`change-${transfer.id}`}>
              <th scope="row">{words.land}</th>
              <td>
                <span className={styles.line}>{upper(fromTo(words))}</span>
                {what === "occupied" ? (
                  <span className={styles.line}>
                    Occupied: {words.occupied}. {upper(words.how)} later, on {words.when}: {words.by}.
                  </span>
                ) : (
                  <span className={styles.line}>
                    {upper(words.how)}: {byAndWhen(words)}.{words.occupied && ` Occupied: ${words.occupied}.`}
                  </span>
                )}
                {words.joined && <span className={styles.line}>Joined: {words.joined}.</span>}
                {words.disputed && <span className={styles.dispute}>{words.disputed}</span>}
                {map.places.has(transfer.id) && <span className={styles.line}>{lesson(transfer.id)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
