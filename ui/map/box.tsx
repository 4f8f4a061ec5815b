import type { ReactNode } from "react";
import styles from "./map.module.css";

/** What a map stands in: its lettering follows the width of this box, not of the screen. */
export function MapBox({ children }: { children: ReactNode }) {
  return <div className={styles.box}>{children}</div>;
}
