import type { GradebookPage } from "@/records";
import { addressOf, type Asked } from "./asked";
import styles from "./gradebook.module.css";

/** How many there are, and the form that finds some of them. */
export function Finder({
  book: { class: group, columns, count, groups },
  asked,
}: {
  book: GradebookPage;
  asked: Asked;
}) {
  const filtered = asked.search !== "" || asked.group !== "" || asked.only !== "";
  return (
    <div className={styles.finder}>
      <form action={`/classes/${group.id}`} method="get" role="search" className={styles.find}>
        {asked.by && <input type="hidden" name="by" value={asked.by} />}
        {asked.down && <input type="hidden" name="down" value="1" />}
        <div className="field">
          <label htmlFor="search">Name or user name</label>
          <input id="search" name="search" type="search" defaultValue={asked.search} maxLength={100} />
        </div>
        {groups.length > 0 && (
          <div className="field">
            <label htmlFor="group">Group</label>
            <select id="group" name="group" defaultValue={asked.group}>
              <option value="">the class</option>
              {groups.map(({ id, name, learners }) => (
                <option key={id} value={id}>
                  {name} ({learners})
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="only">Who has</label>
          <select id="only" name="only" defaultValue={asked.only}>
            <option value="">anything</option>
            <option value="missing">something missing</option>
            <option value="in-progress">something in progress</option>
          </select>
        </div>
        <button type="submit" className="btn">
          Find
        </button>
      </form>
      <p className="meta" role="status">
        {filtered ? `${count.found} of ${many(count.all, "learner")} found` : many(count.all, "learner")},{" "}
        {many(columns.length, "assignment")}
        {filtered && (
          <>
            . <a href={addressOf(group.id, asked, { search: "", group: "", only: "" })}>Show everyone</a>
          </>
        )}
      </p>
    </div>
  );
}

function many(number: number, word: string): string {
  return `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
}
