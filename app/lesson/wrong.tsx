import type { Block } from "@/content/compiled";
import { BlockCards } from "./cards";
import { cardsOf, Inlines } from "./inlines";
import type { Cards } from "./inlines";
import styles from "./lesson.module.css";

/** 'What people get wrong': a voice of its own beside the prose. `id` is unique in the page. */
export function WrongBlock({
  id,
  block,
  cards,
}: {
  id: string;
  block: Extract<Block, { type: "wrong" }>;
  cards: Cards;
}) {
  const of = cardsOf(id, block.paragraphs);
  return (
    <div className={styles.row}>
      {/* No landmark: a lesson has several of one name. */}
      <div className={styles.wrong} id={id} role="note" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>What people get wrong</h2>
        {block.paragraphs.map((paragraph, index) => (
          <p key={index}>
            <Inlines inlines={paragraph} cards={of} />
          </p>
        ))}
      </div>
      <BlockCards of={of} cards={cards} />
    </div>
  );
}
