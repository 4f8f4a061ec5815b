import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import { keepDates } from "@/ui/keep-dates";
import styles from "./review.module.css";
import type { Body, Key, Response } from "./schema";
import { standings, type Standing } from "./standing";

/** Each stem with what was put to it and how that stands, and beside it what belongs there. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const all = standings(response ?? { pairs: [] }, key_, body) ?? [];
  const used = new Set(key_.pairs.flatMap(({ choices }) => choices));
  const none = body.choices.filter(({ id }) => !used.has(id)).map(({ text }) => text);
  return (
    <AnswerList>
      <AnswerRow term={body.mode === "match" ? "You matched" : "You sorted"}>
        {response ? (
          <AnswerItems>
            {all.map((each) => (
              <AnswerItem key={each.stem.id} {...standing(each)}>
                <span className={styles.stem}>{each.stem.text}:</span> {keepDates(each.chosen?.text ?? "nothing")}
              </AnswerItem>
            ))}
          </AnswerItems>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term="The answer">
        {body.mode === "match" ? (
          <ul className={styles.pairs}>
            {all.map(({ stem, right }) => (
              <li key={stem.id}>
                <span className={styles.stem}>{stem.text}:</span>{" "}
                <b>{keepDates(right.map(({ text }) => text).join(" or "))}</b>
              </li>
            ))}
          </ul>
        ) : (
          <ul className={styles.pairs}>
            {body.choices
              .filter(({ id }) => used.has(id))
              .map(({ id, text }) => (
                <li key={id}>
                  <b>{text}:</b>{" "}
                  {all
                    .filter(({ right }) => right.some((each) => each.id === id))
                    .map(({ stem }) => stem.text)
                    .join("; ")}
                </li>
              ))}
          </ul>
        )}
        {none.length > 0 && <p className={styles.none}>For none of them: {none.join("; ")}.</p>}
      </AnswerRow>
    </AnswerList>
  );
}

function standing({ chosen, isRight }: Standing): Omit<Parameters<typeof AnswerItem>[0], "children"> {
  if (!chosen) return { standing: "blank", aside: "left empty" };
  return isRight ? { standing: "right", words: "right" } : { standing: "wrong", aside: "not right" };
}

export function summary({ pairs }: Response, body: Body): string {
  const texts = new Map([...body.stems, ...body.choices].map(({ id, text }) => [id, text]));
  return pairs.map(({ stem, choice }) => `${texts.get(stem) ?? stem}: ${texts.get(choice) ?? choice}`).join("; ");
}
