"use client";

import { useContext, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { FieldsOf, valueIn, type Values } from "./fields";
import styles from "./form.module.css";
import { newValues } from "./wanted";

/**
 * Fields that are seldom changed, folded behind a line that says what is set. It is open where there is something to see
 * to: a field with a slip or a note, or one that is not as in a new assignment.
 */
export function Fold({
  title,
  says,
  names,
  hint,
  children,
}: {
  title: string;
  /** What is set, in a line. With script it keeps up with the fields. */
  says: (values: Values) => string;
  /** Of its fields. */
  names: readonly string[];
  hint?: ReactNode;
  children: ReactNode;
}) {
  const context = useContext(FieldsOf);
  const { state, values, notes } = context;
  const [now, setNow] = useState<Values>();
  const fold = useRef<HTMLDetailsElement>(null);
  const look = () => setNow(fieldsIn(fold.current!.closest("form")!));
  // Some have begun to fill it in before the script is here.
  useEffect(look, []);
  const open = names.some(
    (name) => state.slips?.[name] || notes[name] || valueIn(context, name) !== (newValues[name] ?? ""),
  );
  return (
    <details ref={fold} className={styles.fold} open={open || undefined} onChange={look}>
      <summary>
        <span className={styles.name}>{title}</span>{" "}
        <span className={styles.says}>{says(now ?? state.typed ?? values)}</span>
      </summary>
      {hint && <p className="meta">{hint}</p>}
      <div className={styles.fields}>{children}</div>
    </details>
  );
}

function fieldsIn(form: HTMLFormElement): Values {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
