import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { letterOf, type Look, type Looks } from "./lands";
import { LandsSheet } from "./lands-sheet";
import type { PickBody, PickKey, TakerBody, TakerKey } from "./schema";
import styles from "./annexations.module.css";

/** What was marked, what was missed, and both on the map, which says nothing that the words do not. */
export function PickReview({ body, key_, marks }: { body: PickBody; key_: PickKey; marks: readonly string[] | null }) {
  const lands = body.territories;
  const marked = new Set(marks);
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
      {marks && missed.length > 0 ? <AnswerRow term="Not marked">{words(missed)}</AnswerRow> : null}
      <AnswerRow term="The answer" tone="key">
        {words(right)}
      </AnswerRow>
      {out.length > 0 ? <AnswerRow term="Not counted">{words(out)}</AnswerRow> : null}
      <AnswerRow term="On the map">
        <LandsSheet
          body={body}
          looks={looks}
          title="Map of the answer"
          description={`Right: ${words(right)}.${missed.length > 0 ? ` Not marked: ${words(missed)}.` : ""}${wrong.length > 0 ? ` Marked and not right: ${words(wrong)}.` : ""}`}
        />
        <p className={`meta ${styles.legend}`}>
          {[
            "Heavy outline: right.",
            marked.size > 0 ? "Hatched: marked." : "",
            wrong.length > 0 ? "Crossed: marked and not right." : "",
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
        <LetterList lands={lands} />
      </AnswerRow>
    </AnswerList>
  );
}

/** For each land what was chosen and who took it. */
export function TakerReview({
  body,
  key_,
  takers,
}: {
  body: TakerBody;
  key_: TakerKey;
  takers: readonly { territory: string; state: string }[] | null;
}) {
  const nameOf = (id: string) => body.states.find((state) => state.id === id)?.name ?? id;
  const chosen = new Map((takers ?? []).map(({ territory, state }) => [territory, state]));
  const takersOf = (id: string) => (Object.hasOwn(key_.takers, id) ? key_.takers[id]! : []);
  const isRight = (id: string) => takersOf(id).includes(chosen.get(id) ?? "");
  const looks: Looks = Object.fromEntries(
    body.territories.map(({ id }) => [id, !chosen.has(id) ? "missed" : isRight(id) ? "found" : "wrong"]),
  );
  const some = (look: Look) => Object.values(looks).includes(look);
  const answers = body.territories.map(({ id, name }) => `${name}: ${takersOf(id).map(nameOf).join(" or ")}`);
  return (
    <AnswerList>
      <AnswerRow term="You said">
        {chosen.size === 0 ? (
          "Nothing"
        ) : (
          <AnswerItems>
            {body.territories
              .filter(({ id }) => chosen.has(id))
              .map(({ id, name }) => (
                <AnswerItem
                  key={id}
                  standing={isRight(id) ? "right" : "wrong"}
                  words={isRight(id) ? "right" : undefined}
                  aside={isRight(id) ? undefined : "not the one that took it"}
                >
                  {name}: {nameOf(chosen.get(id)!)}
                </AnswerItem>
              ))}
          </AnswerItems>
        )}
      </AnswerRow>
      <AnswerRow term="The answer">
        {body.territories.map(({ id, name }) => (
          <div key={id} className={styles.taken}>
            <span>{name}:</span> <b>{takersOf(id).map(nameOf).join(" or ")}</b>
          </div>
        ))}
      </AnswerRow>
      <AnswerRow term="On the map">
        <LandsSheet body={body} looks={looks} title="Map of the answer" description={`${answers.join(". ")}.`} />
        <p className={`meta ${styles.legend}`}>
          {[
            some("found") && "Hatched: right.",
            some("wrong") && "Crossed: not right.",
            some("missed") && "Outline alone: nothing chosen.",
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
        <LetterList lands={body.territories} />
      </AnswerRow>
    </AnswerList>
  );
}

function LetterList({ lands }: { lands: PickBody["territories"] }) {
  return (
    <ol className={`meta ${styles.letters}`} aria-label="Letters on the map">
      {lands.map((land, index) => (
        <li key={land.id}>
          <b>{letterOf(index)}</b> {land.name}
        </li>
      ))}
    </ol>
  );
}
