import type { Inline } from "@/content/compiled";

/** Where a block's fact cards are found: the id of a card, and its place among the block's cards from 1. */
export interface CardsOf {
  blockId: string;
  factIds: readonly string[];
}

export function cardId({ blockId }: CardsOf, factId: string): string {
  return `${blockId}--${factId}`;
}

/**
 * Running text. Words that quote a fact are a link to its card, which stands after the passage and opens by style
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
  }
}

/** Ids of the facts that are quoted in these lines, each once, in the order of first use. */
export function factsQuoted(lines: readonly (readonly Inline[])[]): string[] {
  const found = lines.flatMap((inlines) =>
    inlines.flatMap((inline) =>
      inline.type === "fact" ? [inline.factId] : "inlines" in inline ? factsQuoted([inline.inlines]) : [],
    ),
  );
  return [...new Set(found)];
}
