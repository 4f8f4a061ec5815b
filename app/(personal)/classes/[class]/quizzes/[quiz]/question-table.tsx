import type { QuestionFigures, QuestionMeasure } from "@/assessment/analysis";
import type { PlaceAnalysis, QuizAnalysis, VersionAnalysis } from "@/records";
import { Spread } from "@/ui/chart/small";
import { FigureCell, InWords } from "./figure-cell";
import { questionForms } from "./figures";
import { inOrder, type Column, type Shown } from "./order";
import styles from "./analysis.module.css";

const measures = Object.keys(questionForms) as QuestionMeasure[];

/** A row a question; of a place with several, a row for the place and one for each of them. */
export function QuestionTable({ analysis, shown }: { analysis: QuizAnalysis; shown: Shown }) {
  const heading = (by: Column, title: string, short: string) => (
    <th key={by} scope="col" aria-sort={shown.by === by ? (shown.descending ? "descending" : "ascending") : undefined}>
      <a href={`${shown.turned(by)}#questions`}>
        {title}
        {shown.by === by && <span aria-hidden="true">{shown.descending ? " ↓" : " ↑"}</span>}
      </a>
      <small>{short}</small>
    </th>
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Figures of each question">
      <table className={styles.questions}>
        <caption className="vh">Each question with its figures and their 95 per cent intervals</caption>
        <thead>
          <tr>
            {heading("paper", "Question", "kind, and what we see")}
            {heading("attempts", "Attempts", "points: none, under half, half, all")}
            {measures.map((name) => heading(name, questionForms[name].title, questionForms[name].short))}
          </tr>
        </thead>
        <tbody>
          {inOrder(analysis.places, shown).map((place) => (
            <Place key={place.number} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Place({ place }: { place: PlaceAnalysis }) {
  const [first, ...others] = place.versions;
  if (others.length === 0) return <Row row={place} title={<Title number={place.number} version={first!} />} />;
  const items = new Set(place.versions.map(({ itemId }) => itemId)).size;
  return (
    <>
      <Row
        row={place}
        title={
          <>
            <a href={`#question-${place.number}`}>
              {place.number}.{" "}
              {items > 1 ? `One of ${place.drawnFrom} parallel questions` : `${first!.prompt} (all versions)`}
            </a>
            <small>{items > 1 ? `${items} of them were drawn.` : "Its wording or key changed."}</small>
          </>
        }
      />
      {place.versions.map((version) => (
        <Row
          key={version.question}
          row={version}
          within
          title={
            <>
              {version.prompt}
              <small>
                {version.kindTitle}, version {version.version}. {version.figures.facility.sentence}
              </small>
            </>
          }
        />
      ))}
    </>
  );
}

function Title({ number, version }: { number: number; version: VersionAnalysis }) {
  return (
    <>
      <a href={`#question-${number}`}>
        {number}. {version.prompt}
      </a>
      <small>
        {version.kindTitle}. {version.figures.facility.sentence}
      </small>
    </>
  );
}

function Row({
  row,
  title,
  within = false,
}: {
  row: { attempts: number; max: number; points: readonly number[]; figures: QuestionFigures };
  title: React.ReactNode;
  within?: boolean;
}) {
  return (
    <tr className={within ? styles.within : undefined}>
      <th scope="row">
        {title}
        <details>
          <summary>In words</summary>
          <InWords figures={row.figures} forms={questionForms} />
        </details>
      </th>
      <td className={styles.figure}>
        <b>{row.attempts}</b>
        <Spread points={row.points} max={row.max} />
      </td>
      {measures.map((name) => (
        <FigureCell key={name} figure={row.figures[name]} form={questionForms[name]} />
      ))}
    </tr>
  );
}
