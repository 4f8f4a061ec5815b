import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import styles from "./review.module.css";
import type { Body, Key, Response } from "./schema";
import { inOrder, placesOf } from "./spans";
import { ordinal } from "./words";

/** The order as it was given, each with where it belongs, and the right one with its dates. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const texts = new Map(body.items.map(({ id, text }) => [id, text]));
  const items = new Map(key_.items.map((item) => [item.id, item]));
  const placed = new Set(response?.order);
  const unplaced = response ? body.items.filter(({ id }) => !placed.has(id)) : [];
  return (
    <AnswerList>
      <AnswerRow term="You ordered">
        {response ? (
          <AnswerItems>
            {response.order.map((id, slot) => {
              const item = id === null ? undefined : items.get(id);
              if (!item) return null;
              const { from, to } = placesOf(item, key_.items);
              const right = from <= slot + 1 && slot + 1 <= to;
              return (
                <AnswerItem
                  key={item.id}
                  standing={right ? "right" : "wrong"}
                  {...(right
                    ? { words: "right" }
                    : { aside: `belongs ${from === to ? ordinal(from) : `${ordinal(from)} to ${ordinal(to)}`}` })}
                >
                  {slot + 1}. {texts.get(item.id)}
                </AnswerItem>
              );
            })}
            {unplaced.map(({ id, text }) => (
              <AnswerItem key={id} standing="blank" aside="no place of its own">
                {text}
              </AnswerItem>
            ))}
          </AnswerItems>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term="The order">
        <ol className={styles.line}>
          {inOrder(key_.items).map(({ id, when }) => (
            <li key={id}>
              <b>{texts.get(id)}</b>
              {when && <small>{when}</small>}
            </li>
          ))}
        </ol>
      </AnswerRow>
    </AnswerList>
  );
}

export function summary({ order }: Response, body: Body): string {
  const texts = new Map(body.items.map(({ id, text }) => [id, text]));
  return order.map((id, slot) => `${slot + 1}. ${id === null ? "nothing" : (texts.get(id) ?? id)}`).join("; ");
}
