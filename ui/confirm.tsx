"use client";

import { useId, useRef } from "react";
import type { MouseEvent, ReactNode } from "react";

/**
 * A submit button that asks first. Use it inside the form that it sends: without script it simply sends the form, so
 * say beside it what will happen. Until the script is here the browser itself opens the question, where it can
 * (`command`): who is quick is asked as well. `name` and `value` go with the form as those of any button.
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
  const id = useId();
  const heading = `${id}-title`;
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    if (!dialog.current?.open) dialog.current?.showModal();
  };
  return (
    <>
      {/* The first submit button of a form is the one that Enter presses: in view where there is no script, and where
          there is one it asks too. */}
      <button type="submit" name={name} value={value} className={`${className} unscripted`} onClick={ask}>
        {label}
      </button>
      <button type="button" className={`${className} scripted`} onClick={ask} {...does("show-modal", id)}>
        {label}
      </button>
      <dialog ref={dialog} id={id} className="dialog" aria-labelledby={heading}>
        <h2 id={heading}>{title}</h2>
        {children}
        <div className="do">
          {/* The page may stay where it is when the form is answered. */}
          <button type="submit" name={name} value={value} className="btn go" onClick={() => dialog.current?.close()}>
            {yes}
          </button>
          <button type="button" className="btn" onClick={() => dialog.current?.close()} {...does("close", id)}>
            {no}
          </button>
        </div>
      </dialog>
    </>
  );
}

/** What a button does to the element with this id without any script; React's types do not know it yet. */
const does = (command: "show-modal" | "close", commandfor: string) => ({ command, commandfor });
