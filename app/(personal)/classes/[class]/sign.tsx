/** A mark for the eye, and what a screen reader says in its place. */
export function Sign({ sign, words }: { sign: string; words: string }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="vh">{words}</span>
    </>
  );
}
