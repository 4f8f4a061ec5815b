import type { FactCard, Note, PassageBlock } from "@/content/compiled";
import { FactCards } from "./fact-cards";
import { factsQuoted, Inlines } from "./inlines";
import type { CardsOf } from "./inlines";
import styles from "./lesson.module.css";

/** A passage with its number, which is its address, its notes in the margin and the cards of its facts. */
export function Passage({ passage, cards }: { passage: PassageBlock; cards: ReadonlyMap<string, FactCard> }) {
  const of: CardsOf = {
    blockId: passage.id,
    factIds: factsQuoted([passage.inlines, ...passage.notes.flatMap((note) => note.paragraphs)]),
  };
  return (
    <div className={styles.row}>
      <p className={styles.passage} id={passage.id} data-passage>
        <a className={styles.number} href={`#${passage.id}`} aria-label={`Passage ${passage.number}`}>
          {passage.number}
        </a>
        <Inlines inlines={passage.inlines} cards={of} />
      </p>
      {passage.notes.length > 0 && (
        <aside className={styles.notes} aria-label={`Beside passage ${passage.number}`}>
          {passage.notes.map((note, index) => (
            <MarginNote key={index} note={note} of={of} />
          ))}
        </aside>
      )}
      <FactCards of={of} cards={cards} />
    </div>
  );
}

function MarginNote({ note, of }: { note: Note; of: CardsOf }) {
  return (
    <div className={styles.note}>
      <p className="label">{note.label}</p>
      {note.paragraphs.map((paragraph, index) => (
        <p key={index}>
          <Inlines inlines={paragraph} cards={of} />
        </p>
      ))}
      {note.type === "source" &&
        note.sources.map((source) => (
          <p key={source.id} className={styles.cited}>
            {source.url ? <a href={source.url}>{source.title}</a> : source.title}
          </p>
        ))}
    </div>
  );
}
