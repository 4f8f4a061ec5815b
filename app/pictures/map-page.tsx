import type { ReactNode } from "react";
import type { CompiledCourse } from "@/content/compiled";
import { byAndWhen, changeWords, fromTo, headlines, type LandState, type StepChange } from "@/content/pictures/changes";
import { keyOf, layersOf, type CourseMap } from "@/content/pictures/course-map";
import type { Transfer } from "@/facts/base";
import { farEastLands, MapDesk, MapKey, MapThumb, territories as europe, viewOf } from "@/ui/map";
import { ChangesTable } from "./changes-table";
import styles from "./map-page.module.css";

/** From the North Cape to the Danube, from the Elbe to the Dnieper. */
const view = viewOf([
  [8.5, 43.4],
  [35, 70.4],
]);

/** Names of small lands as they are lettered; the words beside the map have them in full. */
const shortNames = {
  "rybachy-west": "Rybachy",
  "san-bug-strip": "Przemyśl",
  "salla-kuusamo": "Salla",
  hertza: "Hertza",
};

/** One state of the map with its words: a step, or all of it. */
export function MapPage({
  course,
  map,
  here,
  title,
  lead,
  changes,
  lands,
}: {
  course: CompiledCourse;
  map: CourseMap;
  /** Id of the step; nothing on the page of all. */
  here?: string;
  title: string;
  lead?: ReactNode;
  changes: readonly StepChange[];
  lands: readonly LandState[];
}) {
  const at = map.steps.findIndex((step) => step.id === here);
  const [before, after] = here === undefined ? [undefined, map.steps[0]] : [map.steps[at - 1], map.steps[at + 1]];
  const names = {
    ...Object.fromEntries([...course.facts.territories.values()].map(({ id, name }) => [id, name])),
    ...shortNames,
  };
  const strong = here === undefined ? [] : changes.map(({ transfer }) => transfer.territory);
  const layers = layersOf(lands);
  // What happened now is named first; then what is Soviet. Lands of others have their say under the map.
  const soviet = lands.filter(({ hue, manner }) => hue !== "y38" && manner === "held");
  const named = [...new Set([...strong, ...soviet.map(({ territory }) => territory)])];
  const links = lands.map(({ territory, transfer }) => ({
    territory,
    label: says(transfer, course),
    href: changes.some((change) => change.transfer === transfer)
      ? `#change-${transfer.id}`
      : (stepHref(transfer, map) ?? `#change-${transfer.id}`),
    said: <Said transfer={transfer} course={course} />,
  }));
  const description = `Borders of September 1938. ${
    lands.length === 0
      ? "No land has changed hands yet."
      : "The table says of each land from whom to whom it went, by what and when."
  }`;
  const inFarEast = lands.some(({ territory }) => territory in farEastLands);
  const notDrawn = changes.filter(
    ({ transfer: { territory } }) => !(territory in europe) && !(territory in farEastLands),
  );
  const desk = {
    layers,
    strong,
    lands: links,
    idle: "Point at a land, or go to it with the Tab key: from whom to whom it went, by what and when is said here.",
  };
  return (
    <main id="main" tabIndex={-1} className="page">
      <header className={styles.head}>
        <div>
          <h1>What changed hands, step by step</h1>
          <p className={styles.subtitle}>Europe and the Far East, 1938 to 1946</p>
        </div>
        <nav className={styles.turn} aria-label="Steps">
          {before ? (
            <a className="btn" href={`/map/${before.id}`} rel="prev">
              Back to {before.title}
            </a>
          ) : (
            here !== undefined && (
              <a className="btn" href="/map">
                Back to the whole
              </a>
            )
          )}
          {after ? (
            <a className="btn" href={`/map/${after.id}`} rel="next">
              {here === undefined ? `Begin: ${after.title}` : `On to ${after.title}`}
            </a>
          ) : (
            <a className="btn" href="/map">
              The whole
            </a>
          )}
        </nav>
      </header>
      <div className={styles.columns}>
        <div className={styles.map}>
          <MapDesk
            {...desk}
            id="map-europe"
            view={view}
            title={`Europe, ${here === undefined ? "after all changes" : `end of ${title}`}`}
            description={description}
            names={names}
            named={named}
          />
          <p className="meta">
            Borders of September 1938; lines drawn by hand, not to be measured. What armies held during the war with
            Germany, from June 1941, is not drawn.
            {lands.some(({ manner }) => manner === "returned") &&
              " A broken outline marks land that was annexed and went back."}
            {map.steps.some((step) => step.id >= "1945") &&
              (here === undefined || here >= "1945") &&
              " What Germany, Hungary and other states took before 1941 is not drawn any more: for the most part their defeat undid it, and this course has no facts on how."}
          </p>
        </div>
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          {lead}
          {here !== undefined && (
            <ul className={styles.doing} role="list">
              {headlines(changes, course.facts).map(({ doing, lands: names }) => (
                <li key={doing}>
                  {doing}: <b>{names.join(", ")}</b>
                </li>
              ))}
            </ul>
          )}
          <MapKey figure={{ id: "map", layers: keyOf(lands) }} />
          {here !== undefined && (
            <>
              <ChangesTable course={course} map={map} changes={changes} caption={`Changes of ${title}`} />
              {notDrawn.length > 0 && (
                <p className="meta">
                  Too small for this map:{" "}
                  {[...new Set(notDrawn.map(({ transfer }) => changeWords(transfer, course.facts).land))].join(", ")}.
                </p>
              )}
            </>
          )}
          {inFarEast && (
            <div className={styles.farEast}>
              <MapDesk
                {...desk}
                id="map-far-east"
                view="far-east"
                title={`The Far East, ${here === undefined ? "after all changes" : `end of ${title}`}`}
                description={description}
              />
              <p className="meta">
                The Far East on the eve of August 1945, at a smaller scale. Korea, Taiwan and the Kwantung territory are
                drawn as Japanese; the smallest of the Kuril Islands are missing.
              </p>
            </div>
          )}
        </div>
      </div>
      {here === undefined && (
        <section className={styles.all} aria-label="Every change">
          <ChangesTable course={course} map={map} changes={changes} caption="Every change, by date" wide />
        </section>
      )}
      <StepList map={map} here={here} />
    </main>
  );
}

/** The steps by year, each year with its last state in small. */
function StepList({ map, here }: { map: CourseMap; here?: string }) {
  const years = [...new Set(map.steps.map((step) => step.id.slice(0, 4)))];
  return (
    <nav className={styles.steps} aria-label="All steps">
      <ol className={styles.years}>
        {years.map((year) => {
          const steps = map.steps.filter((step) => step.id.startsWith(year));
          const last = steps.at(-1)!;
          return (
            <li key={year} aria-current={here?.startsWith(year) ? "true" : undefined}>
              <a href={`/map/${last.id}`} tabIndex={-1} aria-hidden="true">
                <MapThumb id={`thumb-${year}`} view={view} layers={layersOf(last.lands)} />
              </a>
              <h3>{year}</h3>
              <ol className={styles.months}>
                {steps.map((step) => (
                  <li key={step.id}>
                    <a href={`/map/${step.id}`} aria-current={step.id === here ? "page" : undefined}>
                      {step.title.replace(` ${year}`, "")}
                      <span className="vh"> {year}</span>
                    </a>
                  </li>
                ))}
              </ol>
            </li>
          );
        })}
      </ol>
      <p className="meta">
        Each small map shows the end of its year. Dotted grey: land that other states than the Soviet Union took.
        {here !== undefined && (
          <>
            {" "}
            <a href="/map">All changes in one table</a>
          </>
        )}
      </p>
    </nav>
  );
}

/** The step in which a transfer's act stands. */
function stepHref(transfer: Transfer, map: CourseMap): string | undefined {
  const step = map.steps.findLast(({ changes }) => changes.some((change) => change.transfer === transfer));
  return step && `/map/${step.id}#change-${transfer.id}`;
}

/** 'Finnish Karelia: from Finland to the Soviet Union, ceded, Moscow Peace Treaty, 12 March 1940' */
function says(transfer: Transfer, course: CompiledCourse): string {
  const words = changeWords(transfer, course.facts);
  return `${words.land}: ${fromTo(words)}, ${words.how}, ${byAndWhen(words)}`;
}

function Said({ transfer, course }: { transfer: Transfer; course: CompiledCourse }) {
  const words = changeWords(transfer, course.facts);
  return (
    <>
      <b>{words.land}</b>, {fromTo(words)}: {words.how}; {byAndWhen(words)}.
      {words.occupied && ` Occupied: ${words.occupied}.`}
    </>
  );
}
