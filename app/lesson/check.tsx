import type { Block } from "@/content/compiled";
import { BlockCards } from "./cards";
import { cardsOf, Inlines } from "./inlines";
import type { Cards } from "./inlines";
import styles from "./lesson.module.css";

/**
 * 'Check yourself': a question whose answer is folded away. It counts for nothing, asks nothing of the network and
 * opens without script; on paper it is open. `id` is unique in the page.
 */
export function CheckBlock({
  id,
  block,
  cards,
}: {
  id: string;
  block: Extract<Block, { type: "check" }>;
  cards: Cards;
}) {
  const of = cardsOf(id, block.paragraphs);
  return (
    <div className={styles.row}>
      <details className={styles.selfcheck} id={id}>
        <summary>
          <span className="label">Check yourself</span> <span className={styles.asked}>{block.question}</span>
        </summary>
        {block.paragraphs.map((paragraph, index) => (
          <p key={index}>
            <Inlines inlines={paragraph} cards={of} />
          </p>
        ))}
      </details>
      <BlockCards of={of} cards={cards} />
    </div>
  );
}
