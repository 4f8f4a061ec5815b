import type { ReactNode } from "react";

/**
 * A table that scrolls in its own box when the screen is narrower than it. Children are `<thead>` and `<tbody>`;
 * cells of numbers take `className="num"`, the first cell of a row is `<th scope="row">`.
 */
export function Table({
  caption,
  captionHidden = false,
  className,
  children,
}: {
  caption: string;
  /** Said to screen readers only, when a heading above says it already. */
  captionHidden?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    // A box that scrolls must be reachable by keyboard.
    <div className="tablebox" tabIndex={0} role="region" aria-label={caption}>
      <table className={className ? `table ${className}` : "table"}>
        <caption className={captionHidden ? "vh" : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
