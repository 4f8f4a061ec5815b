import type { CompiledItem, CompiledVariant } from "@/content/compiled";
import type { QuizEntry } from "@/content/quizzes";
import { kindOf, type Fields } from "@/questions";
import { Player } from "@/questions/players";
import { AnswerList, AnswerRow, ReadBy } from "@/ui/answer";
import { keepDates } from "@/ui/keep-dates";
import { AsWritten } from "./notices";
import styles from "./preview.module.css";

/** One question: as each learner may meet it on one side, key and feedback on the other. */
export function ItemPreview({
  item,
  position,
  sent,
  quizzes,
}: {
  item: CompiledItem;
  position: number;
  sent: Fields;
  quizzes: readonly QuizEntry[];
}) {
  const { kind, skill, difficulty, points, variants, oneOf, asks } = item;
  return (
    <>
      <p className="meta">
        {oneOf ? "one of several questions" : kindOf(kind).title} · {skill} · difficulty {difficulty} · {points}{" "}
        {points === 1 ? "point" : "points"}
        {variants.length > 1 && ` · ${variants.length} variants, of which each learner is given one`}
        {asks.length > 0 && ` · asks ${asks.join(", ")}`}
      </p>
      {oneOf ? (
        <ul>
          {oneOf.map((id) => (
            <li key={id}>
              <a
                href={`/quizzes/${quizzes.find(({ quiz }) => quiz.items.some((each) => each.id === id))?.quiz.id}#${id}`}
              >
                {id}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        variants.map((variant, index) => (
          <VariantPreview
            key={variant.hash}
            kindName={kind}
            variant={variant}
            name={`q${position}v${index + 1}`}
            anchor={item.id}
            sent={sent}
          />
        ))
      )}
    </>
  );
}

function VariantPreview({
  kindName,
  variant,
  name,
  anchor,
  sent,
}: {
  kindName: string;
  variant: CompiledVariant;
  name: string;
  anchor: string;
  sent: Fields;
}) {
  const kind = kindOf(kindName);
  const { prompt, key } = variant;
  const { why, hints = [], answers = {}, bands = [] } = key;
  // Of the orders in which it may be shown, one.
  const body = kind.arrange(variant.body, 1);
  const fields = Object.fromEntries(
    Object.entries(sent).flatMap(([field, value]) =>
      field.startsWith(`${name}.`) ? [[field.slice(name.length + 1), value] as const] : [],
    ),
  );
  const answered = Object.keys(fields).length > 0;
  return (
    <section className={styles.variant} aria-labelledby={`${name}-prompt`}>
      <div className={styles.sides}>
        <form className={styles.learner} method="get" action={`#${anchor}`} autoComplete="off">
          <p className="label">What the learner sees</p>
          <h3 className="prompt" id={`${name}-prompt`}>
            {keepDates(prompt)}
          </h3>
          <Player kind={kindName} name={name} body={body} fields={fields} labelledBy={`${name}-prompt`} />
          <p className={styles.check}>
            <button className="btn">Mark this answer</button>
          </p>
          {answered && <Marked kindName={kindName} body={body} variant={variant} fields={fields} />}
        </form>
        <div className={styles.author}>
          <p className="label">The key {variant.id !== anchor && `of ${variant.id}`}</p>
          <ReadBy others>
            <Marked kindName={kindName} body={body} variant={variant} fields={kind.solve(key.answer, body)} right />
          </ReadBy>
          <AnswerList>
            <AnswerRow term="If right">{why.right}</AnswerRow>
            <AnswerRow term="If wrong">{why.wrong}</AnswerRow>
            {why.general && <AnswerRow term="To everyone">{why.general}</AnswerRow>}
            {Object.entries(answers).map(([part, says]) => (
              <AnswerRow key={part} term={`To ‘${part}’`}>
                {says}
              </AnswerRow>
            ))}
            {bands.map(({ from, say }) => (
              <AnswerRow key={from} term={`From ${Math.round(from * 100)} %`}>
                {say}
              </AnswerRow>
            ))}
            {hints.map(({ text, cost }, index) => (
              <AnswerRow key={index} term={`Hint ${index + 1}, costs ${cost}`}>
                {text}
              </AnswerRow>
            ))}
            <AnswerRow term="In the lesson" tone="source">
              <a href={`/lessons/${why.passage.lessonId}#${why.passage.id}`}>
                {why.passage.lessonTitle}, passage {why.passage.number}
              </a>
              ; {why.fact.name} ({why.fact.id}, revision {why.fact.revision}, {why.fact.confidence}); after{" "}
              {why.sources.map(({ title }) => title).join("; ")}
            </AnswerRow>
          </AnswerList>
          <details>
            <summary className="meta">The key as the program has it</summary>
            <AsWritten text={JSON.stringify(key.answer, null, 2)} />
          </details>
        </div>
      </div>
    </section>
  );
}

/** What these fields earn, and how that is said. */
function Marked({
  kindName,
  body,
  variant,
  fields,
  right = false,
}: {
  kindName: string;
  body: unknown;
  variant: CompiledVariant;
  fields: Fields;
  /** It is the key's own answer: what it earns goes without saying. */
  right?: boolean;
}) {
  const kind = kindOf(kindName);
  const reading = kind.read(fields, body);
  const response = reading.state === "read" ? reading.response : null;
  const outcome = reading.state === "read" ? kind.grade(reading.response, variant.key.answer, body) : reading;
  return (
    <>
      {!right && (
        <p className="ui">
          {outcome.state === "scored"
            ? `Earns ${Math.round(outcome.fraction * 1000) / 10} % of the points.`
            : outcome.state === "blank"
              ? "No answer."
              : `No answer that this form could send: ${outcome.why}`}
        </p>
      )}
      <kind.Review body={body} key_={variant.key.answer} response={response} outcome={outcome} />
      {outcome.state === "scored" && outcome.receipt.notes.map((note) => <p key={note}>{note}</p>)}
    </>
  );
}
