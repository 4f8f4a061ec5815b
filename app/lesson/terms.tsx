import type { Term } from "@/content/compiled";
import styles from "./lesson.module.css";

/** The words of the glossary that the lesson uses, as a list to look over before the quiz. */
export function KeyTerms({ terms, glossary }: { terms: readonly Term[]; glossary: string }) {
  if (terms.length === 0) return null;
  return (
    <section className={styles.terms} aria-labelledby="terms-title">
      <h2 id="terms-title">Key terms</h2>
      <dl>
        {terms.map(({ id, term, meaning }) => (
          <div key={id}>
            <dt>
              <a href={`${glossary}#${id}`}>{term}</a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
