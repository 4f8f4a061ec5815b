export interface Place {
  line: number;
  column: number;
}

/** How far Page Up and Page Down go. */
const pageLines = 10;

/**
 * Where a key leads in a grid of so many lines and columns; null of a key that leads nowhere. Places where nothing is to
 * be focused are passed over.
 */
export function moved(
  { line, column }: Place,
  key: string,
  control: boolean,
  { lines, columns }: { lines: number; columns: number },
  is: (place: Place) => boolean,
): Place | null {
  const along = (step: Place, from: Place = { line, column }): Place | null => {
    let next = { line: from.line + step.line, column: from.column + step.column };
    while (next.line >= 0 && next.line < lines && next.column >= 0 && next.column < columns) {
      if (is(next)) return next;
      next = { line: next.line + step.line, column: next.column + step.column };
    }
    return null;
  };
  const right = { line: 0, column: 1 };
  const left = { line: 0, column: -1 };
  const down = { line: 1, column: 0 };
  const up = { line: -1, column: 0 };
  if (control && key !== "Home" && key !== "End") return null;
  switch (key) {
    case "ArrowRight":
      return along(right);
    case "ArrowLeft":
      return along(left);
    case "ArrowDown":
      return along(down);
    case "ArrowUp":
      return along(up);
    case "PageDown":
      return along(up, { line: Math.min(lines, line + pageLines + 1), column });
    case "PageUp":
      return along(down, { line: Math.max(-1, line - pageLines - 1), column });
    case "Home":
      return along(right, { line: control ? 0 : line, column: -1 });
    case "End":
      return along(left, { line: control ? lines - 1 : line, column: columns });
    default:
      return null;
  }
}
