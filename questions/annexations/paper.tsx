import { useId } from "react";
import { MapBox, MapCanvas, project, viewOf } from "@/ui/map";
import { PaperHint, PaperLine, PaperOptions } from "@/ui/paper";
import type { Fields, PaperProps } from "../contract";
import styles from "./annexations.module.css";
import { letterOf, type Looks } from "./lands";
import { LandsSheet } from "./lands-sheet";
import { readPoint } from "./net";
import { Pin, pinPlaces, squareNames, Squares } from "./net-map";
import own from "./paper.module.css";
import type { Body, PickBody, PlaceBody, TakerBody } from "./schema";

/** By task: lands to tick, takers to write, a square to name; each beside its map. */
export function Paper({ body, fields }: PaperProps<Body>) {
  if (body.task === "taker") return <TakerPaper body={body} fields={fields} />;
  if (body.task === "place") return <PlacePaper body={body} fields={fields} />;
  return <PickPaper body={body} fields={fields} />;
}

function PickPaper({ body, fields }: { body: PickBody; fields: Fields }) {
  const lands = body.territories;
  const marked = lands.filter(({ id }) => fields.territory?.includes(id));
  return (
    <>
      <PaperHint>Tick in the list, or hatch on the map. A wrong mark takes a right one away.</PaperHint>
      <div className={own.two}>
        <Lands body={body} marked={marked} />
        <PaperOptions
          options={lands.map(({ id, name, where }, index) => {
            return {
              id,
              text: <Land letter={letterOf(index)} name={name} where={where} />,
              ticked: marked.some((each) => each.id === id),
            };
          })}
        />
      </div>
    </>
  );
}

function TakerPaper({ body, fields }: { body: TakerBody; fields: Fields }) {
  const taker = (land: string) => body.states.find(({ id }) => id === fields[`taker-${land}`]?.[0])?.name;
  return (
    <>
      <PaperHint>Write who took each of them. Each land earns by itself.</PaperHint>
      <div className={own.two}>
        <Lands body={body} marked={body.territories.filter(({ id }) => taker(id))} />
        <ol className={own.lands}>
          {body.territories.map(({ id, name, where }, index) => (
            <li key={id}>
              <Land letter={letterOf(index)} name={name} where={where} />
              <PaperLine wide>{taker(id)}</PaperLine>
            </li>
          ))}
        </ol>
      </div>
      <PaperHint>The states: {body.states.map(({ name }) => name).join(", ")}.</PaperHint>
    </>
  );
}

function PlacePaper({ body, fields }: { body: PlaceBody; fields: Fields }) {
  const id = useMapId();
  const view = viewOf(body.frame);
  const square = fields.square?.[0];
  const point = fields.at?.[0] ? readPoint(fields.at[0]) : undefined;
  const pin = point && project(...point);
  const chosen = body.squares.find((each) => each.id === square);
  return (
    <>
      <PaperHint>Set a cross on the map, or write the square. The nearer, the more it earns.</PaperHint>
      <div className={own.two}>
        <div>
          <div className={styles.reviewed}>
            <MapBox>
              <MapCanvas
                id={id}
                view={view}
                title="Map of Europe in 1938 under a net of squares"
                description={
                  chosen ? `Square ${chosen.id}. ${chosen.land}: ${chosen.where}.` : "Each square has a name."
                }
                type="figure"
                wanted={{ cities: body.cities, clear: [...squareNames(body, view), ...pinPlaces(view, pin)] }}
              >
                <Squares body={body} view={view} chosen={square} />
                {pin && <Pin at={pin} view={view} sort="put" />}
              </MapCanvas>
            </MapBox>
          </div>
          <p className={`meta ${own.below}`}>Borders of September 1938.</p>
        </div>
        <p>
          Square <PaperLine>{square !== "point" && square}</PaperLine>
          {chosen && (
            <span className={own.where}>
              {chosen.land}: {chosen.where}
            </span>
          )}
        </p>
      </div>
    </>
  );
}

function Lands({ body, marked }: { body: PickBody | TakerBody; marked: readonly { id: string; name: string }[] }) {
  const looks: Looks = Object.fromEntries(marked.map(({ id }) => [id, "marked"]));
  const lands = body.territories;
  return (
    <div>
      <LandsSheet
        body={body}
        looks={looks}
        title={`Map of Europe in 1938 with ${lands.length} territories, A to ${letterOf(lands.length - 1)}`}
        description={
          marked.length > 0
            ? `Marked: ${marked.map(({ name }) => name).join(", ")}.`
            : "The same territories are in the list beside the map, each with a line that says where it lies."
        }
      />
      <p className={`meta ${own.below}`}>Borders of September 1938.</p>
    </div>
  );
}

function Land({ letter, name, where }: { letter: string; name: string; where: string }) {
  return (
    <>
      <b className={own.letter}>{letter}</b> {name} <span className={own.where}>{where}</span>
    </>
  );
}

/** Several maps may stand on one page. */
const useMapId = () => `map-${useId().replace(/[^A-Za-z0-9]/g, "")}`;
