import { BlankMark, PartMark, RightMark, WrongMark } from "./marks";

/** How an answer stands. `blank`: nothing was answered. */
export type Standing = "right" | "part" | "wrong" | "blank";

/** In words, as everywhere on screen. */
export const standingWords: Record<Standing, string> = {
  right: "Right",
  part: "Partly right",
  wrong: "Not right",
  blank: "Not answered",
};

/** Of a graded answer; `fraction` is in [0, 1], null when nothing was answered. */
export function standingOf(fraction: number | null): Standing {
  if (fraction === null) return "blank";
  if (fraction >= 1) return "right";
  return fraction > 0 ? "part" : "wrong";
}

const marks = { right: RightMark, part: PartMark, wrong: WrongMark, blank: BlankMark };

/** The shape that goes with a standing; say the word beside it. */
export function StandingMark({ standing }: { standing: Standing }) {
  const Mark = marks[standing];
  return <Mark />;
}

/**
 * Right, partly right or not right: word, shape, then colour.
 * `<Verdict standing={standingOf(0.5)} />`; with children, other words beside the same shape.
 */
export function Verdict({ standing, children }: { standing: Standing; children?: React.ReactNode }) {
  return (
    <span className={`verdict ${standing}`}>
      <StandingMark standing={standing} />
      <span>{children ?? standingWords[standing]}</span>
    </span>
  );
}
