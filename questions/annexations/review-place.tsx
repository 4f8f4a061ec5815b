import { useId } from "react";
import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { MapBox, MapCanvas, project, viewOf } from "@/ui/map";
import { gradePlace } from "./grade-place";
import { degreesText, kilometres, middleOf, squareAt } from "./net";
import { Pin, pinPlaces, squareNames, Squares } from "./net-map";
import type { PlaceBody, PlaceKey, Response } from "./schema";
import styles from "./annexations.module.css";

/** Where it was put, where it is, how far that is, and both on the map. */
export function PlaceReview({
  body,
  key_,
  response,
}: {
  body: PlaceBody;
  key_: PlaceKey;
  response: Extract<Response, { at: unknown } | { square: unknown }> | null;
}) {
  const id = `map-${useId().replace(/[^A-Za-z0-9]/g, "")}`;
  const view = viewOf(body.frame);
  const square = response && "square" in response ? response.square : undefined;
  const at = response && "at" in response ? response.at : square === undefined ? undefined : middleOf(body.net, square);
  const outcome = response && gradePlace(response, key_, body);
  const fraction = outcome?.state === "scored" ? outcome.fraction : 0;
  const inWords = (each: string | undefined) => {
    const known = body.squares.find(({ id: own }) => own === each);
    return known ? `square ${known.id}, ${known.land}: ${known.where}` : "outside the squares";
  };
  const right = inWords(key_.square);
  const off = at && Math.round(kilometres(at, key_.at));
  const far =
    square === key_.square
      ? "the square that holds it"
      : `${off} km from it${square === undefined ? "" : ", measured from the middle of the square"}`;

  const pins = [project(...key_.at), ...(at && square === undefined ? [project(...at)] : [])];

  return (
    <AnswerList>
      <AnswerRow term="You put it">
        {at === undefined ? (
          "Nowhere"
        ) : (
          <AnswerItems>
            <AnswerItem standing={fraction === 1 ? "right" : fraction > 0 ? "part" : "wrong"} aside={far}>
              {square === undefined
                ? `At ${degreesText(at)}, ${inWords(squareAt(body.net, at))}`
                : `In ${inWords(square)}`}
            </AnswerItem>
          </AnswerItems>
        )}
      </AnswerRow>
      <AnswerRow term={key_.name} tone="key">
        {degreesText(key_.at)}, {right}
      </AnswerRow>
      <AnswerRow term="On the map">
        <div className={styles.reviewed}>
          <MapBox>
            <MapCanvas
              id={id}
              view={view}
              title="Map of the answer"
              description={`${key_.name} is marked by a ring: ${right}.${at === undefined ? "" : ` The answer is ${far}.`}`}
              type="figure"
              wanted={{ cities: body.cities, clear: [...squareNames(body, view), ...pinPlaces(view, ...pins)] }}
            >
              <Squares body={body} view={view} chosen={square} />
              <g aria-hidden="true">
                <Pin at={project(...key_.at)} view={view} sort="right" />
                {at && square === undefined ? <Pin at={project(...at)} view={view} sort="put" /> : null}
              </g>
            </MapCanvas>
          </MapBox>
        </div>
        <p className={`meta ${styles.legend}`}>
          Ring: {key_.name}.
          {at === undefined ? "" : square === undefined ? " Pin: where it was put." : " Filled square: the one chosen."}
        </p>
      </AnswerRow>
    </AnswerList>
  );
}
