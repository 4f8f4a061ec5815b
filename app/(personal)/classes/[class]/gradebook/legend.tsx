import type { GradebookPage } from "@/records";
import table from "../score-table.module.css";

const missingWords = {
  "after-due": "counts as 0 once it was due",
  "after-close": "counts as 0 once it has closed",
  never: "counts as nothing",
};

/** What the marks of the table mean, and how its figures are made. */
export function Legend({ book: { settings, categories } }: { book: GradebookPage }) {
  const { form, missing } = settings;
  const dropping = categories.some(({ dropLowest }) => dropLowest > 0);
  return (
    <div className={`meta ${table.legend}`}>
      <p>
        {["90 per cent and over", "75", "60", "45", "under 45"].map((words, level) => (
          <span key={words}>
            <i className={`l${level}`} />
            {words}
          </span>
        ))}
        <span>
          <i className="late" />
          handed in late
        </span>
        <span>
          <i className="running" />
          in progress, answered of all
        </span>
        <span>
          <span aria-hidden="true">–</span> open, nothing handed in
        </span>
        <span>
          <span aria-hidden="true">·</span> not open yet
        </span>
        <span>
          <span aria-hidden="true">…</span> another attempt in progress
        </span>
        <span>
          <span aria-hidden="true">*</span> given by hand
        </span>
        {dropping && (
          <span>
            <s>40</s> dropped
          </span>
        )}
      </p>
      <p>
        Cells are in {form.as === "points" ? "points" : "per cent of the points"}. What is missing{" "}
        {missingWords[missing]}.
      </p>
    </div>
  );
}
