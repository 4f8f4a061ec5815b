import type { FactCard } from "@/content/compiled";
import { cardId, termCardId } from "./inlines";
import type { Cards, CardsOf } from "./inlines";
import styles from "./lesson.module.css";

/** How sure a fact is, in words. */
export const confidenceWords: Record<FactCard["confidence"], string> = {
  H: "Firm: the sources agree",
  M: "Fair: few sources, or they differ in a detail",
  L: "Uncertain: told with the doubt",
};

/** A card names this many sources; the list at the end of the lesson has all of them. */
const mostSources = 2;

/** The cards of one block: closed until a link of the block is under the pointer, has focus, or was followed. */
export function BlockCards({ of, cards }: { of: CardsOf; cards: Cards }) {
  return (
    <>
      <FactCards of={of} cards={cards} />
      <TermCards of={of} cards={cards} />
    </>
  );
}

function FactCards({ of, cards }: { of: CardsOf; cards: Cards }) {
  return of.factIds.map((factId, index) => {
    const card = cards.facts.get(factId);
    return (
      card && (
        <div key={factId} className={styles.card} id={cardId(of, factId)} data-card={index + 1} role="note">
          <p className={styles.cardName}>{card.name}</p>
          <p className={styles.cardStatement}>{card.statement}</p>
          <dl>
            {card.dateText && (
              <>
                <dt>Date</dt>
                <dd>
                  {card.dateText}
                  {card.alsoDate && (
                    <>
                      ; also {card.alsoDate.dateText}. {card.alsoDate.why}
                    </>
                  )}
                </dd>
              </>
            )}
            <dt>{card.sources.length > 1 ? "Sources" : "Source"}</dt>
            <dd>
              {card.sources
                .slice(0, mostSources)
                .map(({ title }) => title)
                .join("; ")}
              {card.sources.length > mostSources && (
                <>
                  ; <a href="#sources">and {card.sources.length - mostSources} more</a>
                </>
              )}
            </dd>
            <dt>Standing</dt>
            <dd>{confidenceWords[card.confidence]}</dd>
            {card.disputed && (
              <>
                <dt>Disputed</dt>
                <dd>{card.disputed}</dd>
              </>
            )}
          </dl>
          <a className={styles.cardClose} href={`#${of.blockId}`} data-close>
            Close
          </a>
        </div>
      )
    );
  });
}

function TermCards({ of, cards }: { of: CardsOf; cards: Cards }) {
  return of.termIds.map((termId, index) => {
    const term = cards.terms.get(termId);
    const place = of.factIds.length + index + 1;
    return (
      term && (
        <div key={termId} className={styles.card} id={termCardId(of, termId)} data-card={place} role="note">
          <p className={styles.cardName}>{term.term}</p>
          <p className={styles.cardStatement}>{term.meaning}</p>
          <a className={styles.cardClose} href={`#${of.blockId}`} data-close>
            Close
          </a>
        </div>
      )
    );
  });
}
