import type { Note, PassageBlock } from "@/content/compiled";
import { BlockCards } from "./cards";
import { cardsOf, Inlines } from "./inlines";
import type { Cards, CardsOf } from "./inlines";
import styles from "./lesson.module.css";
import { noteId, referenceId } from "./notes";

type SourceNote = Extract<Note, { type: "source" }>;

/** A passage with its number, which is its address, its notes in the margin and the cards of its facts and words. */
export function Passage({ passage, cards }: { passage: PassageBlock; cards: Cards }) {
  const of = cardsOf(passage.id, [passage.inlines, ...passage.notes.flatMap((note) => note.paragraphs)]);
  const cited = passage.notes.filter((note) => note.type === "source");
  return (
    <div className={styles.row}>
      <p className={styles.passage} id={passage.id} data-passage={passage.number}>
        <a className={styles.number} href={`#${passage.id}`} aria-label={`Passage ${passage.number}`}>
          {passage.number}
        </a>
        <Inlines inlines={passage.inlines} cards={of} />
        <References notes={cited} />
      </p>
      {passage.notes.length > 0 && (
        <aside className={styles.notes} aria-label={`Beside passage ${passage.number}`}>
          {passage.notes.map((note, index) => (
            <MarginNote key={index} note={note} of={of} />
          ))}
        </aside>
      )}
      <BlockCards of={of} cards={cards} />
    </div>
  );
}

/** The raised numbers at the end of a passage, each a link to its note. */
function References({ notes }: { notes: readonly SourceNote[] }) {
  return notes.map(({ number }, index) => (
    <sup key={number} className={styles.reference}>
      {index > 0 && ", "}
      <a id={referenceId(number)} href={`#${noteId(number)}`} role="doc-noteref" aria-label={`Source note ${number}`}>
        {number}
      </a>
    </sup>
  ));
}

function MarginNote({ note, of }: { note: Note; of: CardsOf }) {
  const source = note.type === "source";
  return (
    <div className={styles.note} id={source ? noteId(note.number) : undefined}>
      <p className="label">
        {source && (
          <>
            <a
              className={styles.back}
              href={`#${referenceId(note.number)}`}
              role="doc-backlink"
              aria-label={`Note ${note.number}, back to the text`}
            >
              {note.number}
            </a>{" "}
          </>
        )}
        {note.label}
      </p>
      {note.paragraphs.map((paragraph, index) => (
        <p key={index}>
          <Inlines inlines={paragraph} cards={of} />
        </p>
      ))}
      {source &&
        note.sources.map((each) => (
          <p key={each.id} className={styles.cited}>
            {each.url ? <a href={each.url}>{each.title}</a> : each.title}
          </p>
        ))}
    </div>
  );
}
