import type { ReactNode } from "react";
import { ClassNav, type ClassPage } from "./class-nav";
import styles from "./class-head.module.css";

/** The head of every page of a class: its name, and its pages. `here`: which of them this one is, or belongs to. */
export function ClassHead({
  classId,
  name,
  here,
  children,
}: {
  classId: string;
  name: string;
  here: ClassPage | null;
  children?: ReactNode;
}) {
  return (
    <header className={styles.head}>
      <h1>{name}</h1>
      <ClassNav classId={classId} here={here} />
      {children}
    </header>
  );
}
