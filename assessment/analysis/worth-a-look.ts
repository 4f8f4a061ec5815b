/** A question by the three numbers that decide whether a teacher should open it. */
export interface Glance {
  attempts: number;
  /** Share of its points that was earned; null where it is worth none. */
  facility: number | null;
  /** Correlation with the rest of the test; null where there is no spread. */
  discrimination: number | null;
}

/** From how many attempts on a question's figures say more than chance does. */
export const ENOUGH = 5;

/** Why a question is worth a look: most of its points were missed, or who knew more did worse at it; null: it is not. */
export function worthALook({ attempts, facility, discrimination }: Glance): "hard" | "odd" | null {
  if (attempts < ENOUGH) return null;
  if (discrimination !== null && discrimination < 0) return "odd";
  return facility !== null && facility < 0.5 ? "hard" : null;
}
