"use client";

// Small drawn marks, 14 or 18 px, in the colour of the text beside them. They say nothing by themselves: words stand
// beside each (visible, or for screen readers where the mark alone is shown). They are the client's though they do
// nothing there: a page carries what it shows once more as data, and many marks so as their names, not as drawings.

interface MarkProps {
  className?: string;
}

/** A tick: saved, done, chosen. */
export function TickMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path d="M2 7.5l3.3 3.3L12 3.8" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}

/** Three dots: under way. */
export function DotsMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <circle cx="2.5" cy="7" r="1.4" fill="currentColor" />
      <circle cx="7" cy="7" r="1.4" fill="currentColor" />
      <circle cx="11.5" cy="7" r="1.4" fill="currentColor" />
    </svg>
  );
}

/** A line broken through: no connection. */
export function OfflineMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path d="M2 12L12 2M3 6.5a6 6 0 0 1 8 0M5 9a3 3 0 0 1 4 0" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

/** Circle and tick: right. */
export function RightMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M5 9.4l2.7 2.7L13 6.6" fill="none" stroke="currentColor" strokeWidth="1.9" />
    </svg>
  );
}

/** Circle half filled: partly right. */
export function PartMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M9 1a8 8 0 0 1 0 16z" fill="currentColor" />
    </svg>
  );
}

/** Square and cross: not right. */
export function WrongMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <rect x="1" y="1" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M5.5 5.5l7 7m0-7l-7 7" fill="none" stroke="currentColor" strokeWidth="1.9" />
    </svg>
  );
}

/** Broken circle: not answered. */
export function BlankMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <circle cx="9" cy="9" r="8" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="3.2 3" />
    </svg>
  );
}

/** An arrow that turns in under a field: what was read from it. */
export function ReadbackMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <path d="M4 3v6.5h9.5M10 6l3.6 3.5L10 13" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

/** An arrow up; with a bar at its head: to the very top. */
export function UpMark({ className, bar = false }: MarkProps & { bar?: boolean }) {
  return (
    <svg className={className} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <path
        d={bar ? "M4 2.5h10M9 16V6M4.5 10.2L9 5.7l4.5 4.5" : "M9 15.5V3M4.5 7.5L9 3l4.5 4.5"}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </svg>
  );
}

/** An arrow down. */
export function DownMark({ className }: MarkProps) {
  return (
    <svg className={className} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <path d="M9 2.5V15M4.5 10.5L9 15l4.5-4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
