"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { moved, type Place } from "./move";

/**
 * Makes a table of links a grid: one stop for Tab, and arrows, Home, End, Page Up and Page Down from cell to cell. Without
 * script it stays a table, every link a stop of its own.
 */
export function Grid({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const table = box.current!.querySelector("table")!;
    return gridOf(table);
  }, [children]);
  return (
    <div ref={box} className={className} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

function gridOf(table: HTMLTableElement): () => void {
  // A heading has two links, one under the other: each is a line of the grid.
  const lines = [...table.rows].flatMap((row): { row: HTMLTableRowElement; link: number }[] => {
    if (row.parentElement!.tagName !== "THEAD") return [{ row, link: 0 }];
    if (row.querySelector("a") === null) return [];
    return [0, 1].map((link) => ({ row, link }));
  });
  // The first line is that of the headings, of which each column has one.
  const size = { lines: lines.length, columns: lines[0]!.row.cells.length };
  const stop = ({ line, column }: Place): HTMLElement | null => {
    const at = lines[line];
    const cell = at?.row.cells[column];
    if (!at || !cell) return null;
    return cell.querySelectorAll<HTMLElement>("a")[at.link] ?? (at.link === 0 ? cell : null);
  };
  const placeOf = (element: Element): Place | null => {
    const cell = element.closest<HTMLTableCellElement>("td, th");
    const row = cell?.closest("tr");
    if (!cell || !row) return null;
    const link = Math.max(
      0,
      [...cell.querySelectorAll("a")].findIndex((each) => each.contains(element)),
    );
    const line = lines.findIndex((each) => each.row === row && each.link === link);
    return line < 0 ? null : { line, column: cell.cellIndex };
  };
  let current: HTMLElement | null = null;
  const settle = (to: HTMLElement | null) => {
    if (to === null || to === current) return;
    current?.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    current = to;
  };
  const focused = (event: FocusEvent) => {
    const place = placeOf(event.target as Element);
    if (place) settle(stop(place));
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const from = placeOf(event.target as Element);
    if (!from) return;
    const to = moved(from, event.key, event.ctrlKey, size, (place) => stop(place) !== null);
    if (!to) return;
    event.preventDefault();
    const next = stop(to);
    settle(next);
    next?.focus();
  };
  table.setAttribute("role", "grid");
  for (const link of table.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  const first = table.tBodies[0]?.querySelector<HTMLElement>("a") ?? null;
  settle(first);
  table.addEventListener("focusin", focused);
  table.addEventListener("keydown", pressed);
  return () => {
    table.removeEventListener("focusin", focused);
    table.removeEventListener("keydown", pressed);
  };
}
