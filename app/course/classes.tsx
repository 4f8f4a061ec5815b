/** The classes a learner is in, and the way into another. */
export function Classes({ classes }: { classes: readonly { id: string; name: string }[] }) {
  return (
    <section aria-label="Your classes" className="ui">
      {classes.length === 0 ? (
        <p>
          You are in no class yet. <a href="/join">Join one with its code</a>; until then nobody but you sees your
          scores.
        </p>
      ) : (
        <p>
          You are in {classes.map(({ name }) => name).join(", ")}. Your teachers there see your scores.{" "}
          <a href="/join">Join another class</a>
        </p>
      )}
    </section>
  );
}
