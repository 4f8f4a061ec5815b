import type { Problem } from "@/interchange/roster";
import { Table } from "@/ui/table";
import type { PreviewLine, SkippedLine } from "./state";

const effects: Record<Problem["effect"], string> = {
  refused: "the list is not used",
  "left out": "left out",
  taken: "taken all the same",
};

/** A line for each problem: where, what, what to do, and what comes of it. */
export function ProblemsTable({ problems }: { problems: readonly Problem[] }) {
  const severalFiles = new Set(problems.map(({ file }) => file)).size > 1;
  return (
    <Table caption={`${problems.length} ${problems.length === 1 ? "thing" : "things"} to look at`}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">What it is</th>
          <th scope="col">What comes of it</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem, index) => (
          <tr key={index}>
            <th scope="row">
              {problem.line ?? "all"}
              {severalFiles && <span className="meta"> {problem.file}</span>}
            </th>
            <td>
              {problem.message} {problem.mend && <span className="meta">{problem.mend}</span>}
            </td>
            <td>{effects[problem.effect]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const fates: Record<PreviewLine["fate"], string> = {
  new: "gets an account",
  account: "joins with their account",
  back: "comes back",
  in: "in the class already",
  "into group": "in the class, joins the group",
};

/** Every learner of the list, and what would come of them. */
export function LinesTable({ lines, files }: { lines: readonly PreviewLine[]; files: number }) {
  const grouped = lines.some(({ group }) => group !== null);
  return (
    <Table caption="Learners of this list">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Name</th>
          <th scope="col">User name</th>
          {grouped && <th scope="col">Group</th>}
          <th scope="col">What comes of it</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((each) => (
          <tr key={`${each.file} ${each.line}`}>
            <td>
              {each.line}
              {files > 1 && <span className="meta"> {each.file}</span>}
            </td>
            <th scope="row">
              {each.name} {each.knownAs && <span className="meta">here: {each.knownAs}</span>}
            </th>
            <td>{each.userName ?? <span className="meta">made from the name</span>}</td>
            {grouped && <td>{each.group}</td>}
            <td>{fates[each.fate]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const whys: Record<string, string> = {
  teacher: "teaches",
  "not a learner": "is no learner",
  inactive: "has left, says the list",
  ended: "was in the class until its end date",
};

/** Who stands in the list and does not learn in the class. */
export function SkippedList({ skipped }: { skipped: readonly SkippedLine[] }) {
  return (
    <details>
      <summary>
        {skipped.length} {skipped.length === 1 ? "person" : "people"} of the list not to be added
      </summary>
      <ul>
        {skipped.map(({ file, line, name, why }) => (
          <li key={`${file} ${line}`}>
            Line {line}: {name} {whys[why] ?? why}.
          </li>
        ))}
      </ul>
    </details>
  );
}
