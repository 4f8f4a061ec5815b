import { useId } from "react";
import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { MapBox, MapCanvas, viewOf, viewOfLands } from "@/ui/map";
import type { ReviewProps } from "../contract";
import { Fills, lettered, letterOf, Letters, Outlines, places, type Look } from "./lands";
import type { Body, Key, Response } from "./schema";
import styles from "./annexations.module.css";

/** What was marked, what was missed, and both on the map, which says nothing that the words do not. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const lands = body.territories;
  const marked = new Set(response?.territories);
  const isRight = (id: string) => key_.right.includes(id);
  const isOut = (id: string) => key_.uncounted.includes(id);
  const look = (id: string): Look => {
    if (isRight(id)) return marked.has(id) ? "found" : "missed";
    if (!marked.has(id)) return "open";
    return isOut(id) ? "aside" : "wrong";
  };
  const looks = Object.fromEntries(lands.map(({ id }) => [id, look(id)]));
  const missed = lands.filter(({ id }) => look(id) === "missed");
  const wrong = lands.filter(({ id }) => look(id) === "wrong");
  const right = lands.filter(({ id }) => isRight(id));
  const out = lands.filter(({ id }) => isOut(id));

  const view = body.frame ? viewOf(body.frame) : viewOfLands(lands.map(({ id }) => id));
  const placed = places(lands, view, view);
  // Ids within the map: several reviews may stand on one page.
  const id = `map-${useId().replace(/[^A-Za-z0-9]/g, "")}`;
  const words = (list: typeof lands) => list.map(({ name }) => name).join(", ");

  return (
    <AnswerList>
      <AnswerRow term="You marked">
        {marked.size === 0 ? (
          "Nothing"
        ) : (
          <AnswerItems>
            {lands
              .filter((land) => marked.has(land.id))
              .map((land) => (
                <AnswerItem
                  key={land.id}
                  standing={isRight(land.id) ? "right" : isOut(land.id) ? "blank" : "wrong"}
                  words={isRight(land.id) ? "right" : undefined}
                  aside={isRight(land.id) ? undefined : isOut(land.id) ? "not counted" : "not one of them"}
                >
                  {land.name}
                </AnswerItem>
              ))}
          </AnswerItems>
        )}
      </AnswerRow>
      {response && missed.length > 0 ? <AnswerRow term="Not marked">{words(missed)}</AnswerRow> : null}
      <AnswerRow term="The answer" tone="key">
        {words(right)}
      </AnswerRow>
      {out.length > 0 ? <AnswerRow term="Not counted">{words(out)}</AnswerRow> : null}
      <AnswerRow term="On the map">
        <div className={styles.reviewed}>
          <MapBox>
            <MapCanvas
              id={id}
              view={view}
              title="Map of the answer"
              description={`Right: ${words(right)}.${missed.length > 0 ? ` Not marked: ${words(missed)}.` : ""}${wrong.length > 0 ? ` Marked and not right: ${words(wrong)}.` : ""}`}
              type="figure"
              wanted={lettered(lands, placed, view, body.cities)}
              land={<Fills id={id} lands={lands} looks={looks} view={view} />}
            >
              <Outlines lands={lands} looks={looks} />
              <Letters lands={lands} looks={looks} view={view} placed={placed} />
            </MapCanvas>
          </MapBox>
        </div>
        <p className={`meta ${styles.legend}`}>
          {[
            "Heavy outline: right.",
            marked.size > 0 ? "Hatched: you marked it." : "",
            wrong.length > 0 ? "Crossed: marked and not right." : "",
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
        <ol className={`meta ${styles.letters}`} aria-label="Letters on the map">
          {lands.map((land, index) => (
            <li key={land.id}>
              <b>{letterOf(index)}</b> {land.name}
            </li>
          ))}
        </ol>
      </AnswerRow>
    </AnswerList>
  );
}
