import type { FactCard, Inline, Term } from "@/content/compiled";

/** Where a block's cards are found: those of its facts, then those of its words of the glossary. */
export interface CardsOf {
  blockId: string;
  factIds: readonly string[];
  termIds: readonly string[];
}

/** Everything that a card of the lesson may say. */
export interface Cards {
  facts: ReadonlyMap<string, FactCard>;
  terms: ReadonlyMap<string, Term>;
}

export function cardId({ blockId }: CardsOf, factId: string): string {
  return `${blockId}--${factId}`;
}

/** Three hyphens: the id of no fact's card. */
export function termCardId({ blockId }: CardsOf, termId: string): string {
  return `${blockId}---${termId}`;
}

/**
 * Running text. Words that quote a fact, and words of the glossary, are a link to their card, which stands after the passage and opens by style
 * alone: under the pointer, with focus, or as the target of the link.
 */
export function Inlines({ inlines, cards }: { inlines: readonly Inline[]; cards: CardsOf }) {
  return inlines.map((inline, index) => <OneInline key={index} inline={inline} cards={cards} />);
}

function OneInline({ inline, cards }: { inline: Inline; cards: CardsOf }) {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "person":
      return inline.text;
    case "emphasis":
      return (
        <em>
          <Inlines inlines={inline.inlines} cards={cards} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <Inlines inlines={inline.inlines} cards={cards} />
        </strong>
      );
    case "link":
      return (
        <a href={inline.url}>
          <Inlines inlines={inline.inlines} cards={cards} />
        </a>
      );
    case "fact": {
      const place = cards.factIds.indexOf(inline.factId) + 1;
      return (
        <a
          className="fact"
          href={`#${cardId(cards, inline.factId)}`}
          aria-describedby={cardId(cards, inline.factId)}
          data-card={place || undefined}
        >
          {inline.text}
        </a>
      );
    }
    case "term": {
      const place = cards.factIds.length + cards.termIds.indexOf(inline.termId) + 1;
      return (
        <a
          className="fact"
          href={`#${termCardId(cards, inline.termId)}`}
          aria-describedby={termCardId(cards, inline.termId)}
          data-card={place}
        >
          {inline.text}
        </a>
      );
    }
    case "exempt":
      return <Inlines inlines={inline.inlines} cards={cards} />;
  }
}

/** The cards that these lines of a block link to, each once, in the order of first use. */
export function cardsOf(blockId: string, lines: readonly (readonly Inline[])[]): CardsOf {
  const all = lines.flatMap(leaves);
  return {
    blockId,
    factIds: [...new Set(all.flatMap((inline) => (inline.type === "fact" ? [inline.factId] : [])))],
    termIds: [...new Set(all.flatMap((inline) => (inline.type === "term" ? [inline.termId] : [])))],
  };
}

function leaves(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => ("inlines" in inline ? leaves(inline.inlines) : [inline]));
}
