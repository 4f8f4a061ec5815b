import type { Block, FactCard } from "@/content/compiled";
import { FactCards } from "./fact-cards";
import { factsQuoted, Inlines } from "./inlines";
import styles from "./lesson.module.css";

/** 'What people get wrong': a voice of its own beside the prose. `id` is unique in the page. */
export function WrongBlock({
  id,
  block,
  cards,
}: {
  id: string;
  block: Extract<Block, { type: "wrong" }>;
  cards: ReadonlyMap<string, FactCard>;
}) {
  const of = { blockId: id, factIds: factsQuoted(block.paragraphs) };
  return (
    <div className={styles.row}>
      <aside className={styles.wrong} id={id} aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>What people get wrong</h2>
        {block.paragraphs.map((paragraph, index) => (
          <p key={index}>
            <Inlines inlines={paragraph} cards={of} />
          </p>
        ))}
      </aside>
      <FactCards of={of} cards={cards} />
    </div>
  );
}
