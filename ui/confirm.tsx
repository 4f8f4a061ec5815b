"use client";

import { useId, useRef } from "react";
import type { ReactNode } from "react";

/**
 * A submit button that asks first. Use it inside the form that it sends: without script it simply sends the form, so
 * say beside it what will happen. `name` and `value` go with the form as those of any button.
 *   <Confirm label="Remove Ilze" title="Remove Ilze from 10B?" yes="Remove">Her attempts stay hers.</Confirm>
 */
export function Confirm({
  label,
  title,
  yes,
  no = "Not now",
  name,
  value,
  className = "btn",
  children,
}: {
  label: ReactNode;
  title: string;
  yes: string;
  no?: string;
  name?: string;
  value?: string;
  className?: string;
  children?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  return (
    <>
      <button
        type="submit"
        name={name}
        value={value}
        className={className}
        onClick={(event) => {
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {label}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={heading}>
        <h2 id={heading}>{title}</h2>
        {children}
        <div className="do">
          {/* The page may stay where it is when the form is answered. */}
          <button type="submit" name={name} value={value} className="btn go" onClick={() => dialog.current?.close()}>
            {yes}
          </button>
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {no}
          </button>
        </div>
      </dialog>
    </>
  );
}
