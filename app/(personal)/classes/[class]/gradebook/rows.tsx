"use client";

import { readCell, type CellCode, type TotalCode } from "./cell-code";
import { Sign } from "../sign";

/** A learner's row: a code for each column, and at the end their total. */
export interface Row {
  personId: string;
  displayName: string;
  cells: (CellCode | TotalCode)[];
}

/**
 * The rows of a gradebook. Drawn from codes, in the browser as on the server: as the server's alone, every cell would be
 * sent once more, in full, as data of the page. `columns`: the assignments' ids; null of a total. `from`: the first row's
 * number.
 */
export function Rows({
  classId,
  columns,
  rows,
  from,
}: {
  classId: string;
  columns: readonly (string | null)[];
  rows: readonly Row[];
  from: number;
}) {
  const group = `/classes/${classId}`;
  return (
    <tbody>
      {rows.map(({ personId, displayName, cells }, index) => (
        <tr key={personId} aria-rowindex={from + index}>
          <th scope="row">
            <a href={`${group}/learners/${personId}`} title={displayName}>
              {displayName}
            </a>
          </th>
          {cells.map((cell, place) =>
            typeof cell === "string" ? (
              <Cell key={place} code={cell} href={`${group}/assignments/${columns[place]}/learners/${personId}`} />
            ) : (
              <TotalCell key={place} total={cell} />
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** State by shape and word before colour: a figure with what is to be said of it, or a word. */
function Cell({ code, href }: { code: CellCode; href: string }) {
  const cell = readCell(code);
  switch (cell.state) {
    case "scored":
      return (
        <td className={cell.late ? `l${cell.shade} late` : `l${cell.shade}`}>
          <a href={href}>
            {cell.dropped ? (
              <s>
                {cell.figure}
                <span className="vh"> dropped</span>
              </s>
            ) : (
              cell.figure
            )}
            {cell.late && <small>late</small>}
            {cell.byHand && <Sign sign="*" words=" given by hand" />}
            {cell.another && <Sign sign="…" words=" another in progress" />}
          </a>
        </td>
      );
    case "in progress":
      return (
        <td className="running">
          <a href={href}>
            {cell.figure}
            <span className="vh"> in progress</span>
          </a>
        </td>
      );
    case "exempt":
      return (
        <td className="none">
          <small>not for them</small>
        </td>
      );
    default:
      return (
        <td className="none">
          <a href={href}>{words[cell.state]}</a>
        </td>
      );
  }
}

const words = {
  missing: <b>missing</b>,
  excused: <small>excused</small>,
  voided: <small>voided</small>,
  open: <Sign sign="–" words="open" />,
  "not open": <Sign sign="·" words="not open yet" />,
  dropped: <Sign sign="–" words="every question was dropped" />,
};

function TotalCell({ total: [figure, beside] }: { total: TotalCode }) {
  return (
    <td className="total">
      {figure === undefined ? (
        <Sign sign="–" words="nothing counts yet" />
      ) : (
        <>
          {figure || <Sign sign="–" words="below the scale" />}
          {beside && <small> {beside}</small>}
        </>
      )}
    </td>
  );
}
