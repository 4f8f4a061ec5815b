import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import styles from "./review.module.css";
import type { Body, Key, Response } from "./schema";
import { tally, type Named } from "./tally";

/** Each name with how it counted, and who signed in what office. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  return (
    <AnswerList>
      <AnswerRow term={body.entry === "typed" ? "You wrote" : "You chose"}>
        {response ? (
          <AnswerItems>
            {tally(response, key_).map((named, i) => (
              <AnswerItem key={i} {...standing(named)}>
                <bdi>{said(named)}</bdi>
              </AnswerItem>
            ))}
          </AnswerItems>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term="The signatories" tone="key">
        <ul className={styles.signed}>
          {key_.signatories.map(({ person, for: state, as }) => (
            <li key={`${person} ${state}`}>
              {key_.cast.find(({ id }) => id === person)?.name ?? person}{" "}
              <small>
                {state}: {as}
              </small>
            </li>
          ))}
        </ul>
      </AnswerRow>
    </AnswerList>
  );
}

/** What was typed, and whom it names when that is not the same. */
function said({ text, person }: Named): string {
  return person && person.name !== text ? `${text}, read as ${person.name}` : text;
}

function standing({ standing, people }: Named): Omit<Parameters<typeof AnswerItem>[0], "children"> {
  switch (standing) {
    case "right":
      return { standing: "right", words: "right" };
    case "wrong":
      return { standing: "wrong", aside: "did not sign" };
    case "unknown":
      return { standing: "wrong", aside: "nobody known here" };
    case "unclear":
      return { standing: "blank", aside: `${people?.map(({ name }) => name).join(" or ")}? Not counted` };
    case "again":
      return { standing: "blank", aside: "named before" };
  }
}

export function summary(response: Response, body: Body): string {
  if (response.entry === "typed") return response.names.join("; ");
  const names = new Map(body.entry === "picked" ? body.people.map(({ id, name }) => [id, name]) : []);
  return response.people.map((id) => names.get(id) ?? id).join("; ");
}
