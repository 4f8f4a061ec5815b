import type { CompiledBars, CompiledFigure, CompiledMap, CompiledSignatures, FigureTable } from "@/content/compiled";
import { numberText } from "@/content/pictures/amount";
import { Bars, PartSwatch } from "@/ui/chart/bars";
import { MapFigure, MapKey } from "@/ui/map";
import { Matrix } from "@/ui/matrix/matrix";
import figureStyles from "./figure.module.css";
import styles from "./lesson.module.css";

/** A picture with the finding that it shows, what its marks mean, and the same as a table. */
export function Figure({ figure, names }: { figure: CompiledFigure; names: Readonly<Record<string, string>> }) {
  switch (figure.type) {
    case "map":
      return <MapOf figure={figure} names={names} />;
    case "bars":
      return <BarsOf figure={figure} />;
    case "signatures":
      return <SignaturesOf figure={figure} />;
  }
}

function MapOf({ figure, names }: { figure: CompiledMap; names: Readonly<Record<string, string>> }) {
  // A table of many columns needs the whole width; beside the map it would scroll.
  const wide = figure.table.columns.length > 4;
  return (
    <figure className={styles.figure} id={`figure-${figure.id}`}>
      <MapFigure figure={figure} names={names} />
      <figcaption>
        <Finding figure={figure} />
        <MapKey figure={figure} />
        {figure.note && <p className="meta">{figure.note}</p>}
        {!wide && <SameAsTable table={figure.table} of={figure.title} />}
      </figcaption>
      {wide && (
        <div className={figureStyles.across}>
          <SameAsTable table={figure.table} of={figure.title} />
        </div>
      )}
    </figure>
  );
}

function BarsOf({ figure }: { figure: CompiledBars }) {
  const unsure = figure.bars.some((bar) => bar.unsure);
  const ranged = figure.bars.some((bar) => bar.high > bar.low);
  const id = `bars-${figure.id}`;
  return (
    <figure className={`${styles.figure} ${figureStyles.stacked}`} id={`figure-${figure.id}`}>
      <Finding figure={figure} />
      <p className={figureStyles.title}>{figure.title}</p>
      <Bars
        id={id}
        title={figure.title}
        description={figure.description}
        bars={figure.bars}
        tickText={(value) => (value === 0 ? "0" : numberText(value))}
      />
      <figcaption className={figureStyles.key}>
        {figure.partLabel && (
          <p className={figureStyles.swatch}>
            <PartSwatch id={id} unsure={unsure} /> {upper(figure.partLabel)}
          </p>
        )}
        <p>Whose numbers: {figure.by.join("; ")}.</p>
        {unsure && (
          <p>
            <b>†</b> Hatched: recalled from the published table and not read there again. Take it as the size of things,
            not to the last digit.
          </p>
        )}
        {ranged && <p>Dotted, with a whisker: from the lowest to the highest number given.</p>}
        {figure.note && <p>{figure.note}</p>}
        <details className={figureStyles.table}>
          <summary>The same as a table, and whose numbers they are</summary>
          <SameAsTable table={figure.table} of={figure.title} />
        </details>
      </figcaption>
    </figure>
  );
}

function SignaturesOf({ figure }: { figure: CompiledSignatures }) {
  return (
    <figure className={`${styles.figure} ${figureStyles.stacked}`} id={`figure-${figure.id}`}>
      <Finding figure={figure} />
      <p className={figureStyles.title}>{figure.title}</p>
      <p className="vh">{figure.description}</p>
      <SignatureTable matrix={figure.matrix} caption={figure.title} />
      <figcaption className={figureStyles.key}>
        <p>Point at a mark, or go to it with the Tab key: it says in which office somebody signed.</p>
        {figure.matrix.rows.map(
          ({ factId, name, note }) =>
            note && (
              <p key={factId}>
                <b>*</b> {name}: {note}
              </p>
            ),
        )}
        {figure.note && <p>{figure.note}</p>}
      </figcaption>
    </figure>
  );
}

/** The matrix as a table; `hrefOf` leads to where a lesson tells of an agreement. */
export function SignatureTable({
  matrix,
  caption,
  hrefOf,
}: {
  matrix: CompiledSignatures["matrix"];
  caption: string;
  hrefOf?: (factId: string) => string | undefined;
}) {
  return (
    <Matrix
      caption={caption}
      corner="Agreement"
      markWord="signed"
      groups={matrix.states.map(({ id, name, people }) => ({
        id,
        name,
        columns: people.map((person) => ({ id: person.id, name: person.name, short: person.surname })),
      }))}
      rows={matrix.rows.map((row) => {
        const href = hrefOf?.(row.factId);
        return {
          id: row.factId,
          head: (
            <>
              {href ? <a href={href}>{row.name}</a> : row.name}
              {row.unsure && <abbr title="Who signed was not read again."> †</abbr>}
              {row.note && <abbr title={row.note}> *</abbr>}
              <span className={figureStyles.when}>{row.dateText}</span>
            </>
          ),
          cells: row.cells,
        };
      })}
    />
  );
}

function Finding({ figure }: { figure: CompiledFigure }) {
  return (
    <p className={styles.finding}>
      <b>{figure.caption}</b> {figure.captionRest}
    </p>
  );
}

function SameAsTable({ table, of }: { table: FigureTable; of: string }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Table: ${of}`}>
      <table className={styles.same}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column || <span className="vh">What</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
