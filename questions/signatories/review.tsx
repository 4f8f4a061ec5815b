import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import styles from "./review.module.css";
import type { Body, Key, Response } from "./schema";
import { membersOf, tally, type Named } from "./tally";
import { askOf, isOfPeople, wordsOf } from "./words";

/** Each name with how it counted, and the set: who signed in what office, who was a party. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const words = wordsOf[askOf(body)];
  return (
    <AnswerList>
      <AnswerRow term={body.entry === "typed" ? "You wrote" : "You chose"}>
        {response ? (
          <AnswerItems>
            {tally(response, key_).map((named, i) => (
              <AnswerItem key={i} {...standing(named, body)}>
                <bdi>{said(named)}</bdi>
              </AnswerItem>
            ))}
          </AnswerItems>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term={words.heading} tone="key">
        <ul className={styles.signed}>
          {membersOf(key_).map(({ id, name, note }) => (
            <li key={`${id} ${note}`}>
              {name} {note === undefined ? null : <small>{note}</small>}
            </li>
          ))}
        </ul>
      </AnswerRow>
    </AnswerList>
  );
}

/** What was typed, and what it names when that is not the same. */
function said({ text, one }: Named): string {
  return one && one.name !== text ? `${text}, read as ${one.name}` : text;
}

function standing({ standing, several }: Named, body: Body): Omit<Parameters<typeof AnswerItem>[0], "children"> {
  const ask = askOf(body);
  switch (standing) {
    case "right":
      return { standing: "right", words: "right" };
    case "wrong":
      return { standing: "wrong", aside: wordsOf[ask].not };
    case "unknown":
      return { standing: "wrong", aside: isOfPeople(ask) ? "nobody known here" : "nothing known here" };
    case "unclear":
      return { standing: "blank", aside: `${several?.join(" or ")}? Not counted` };
    case "kin":
      return { standing: "blank", aside: `asked are the ${wordsOf[ask].many}. Not counted` };
    case "again":
      return { standing: "blank", aside: "named before" };
  }
}

export function summary(response: Response, body: Body): string {
  if (response.entry === "typed") return response.names.join("; ");
  const names = new Map(body.entry === "picked" ? body.people.map(({ id, name }) => [id, name]) : []);
  return response.people.map((id) => names.get(id) ?? id).join("; ");
}
