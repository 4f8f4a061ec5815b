import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import type { Body, Key, Response } from "./schema";
import { NONE } from "./words";

/** Each tick with how it stands, and beside it every right option, the missed ones marked. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const right = new Set(key_.options.filter(({ fraction }) => fraction > 0).map(({ id }) => id));
  const ticked = new Set(response?.chosen);
  const chosen = body.options.filter(({ id }) => ticked.has(id));
  return (
    <AnswerList>
      <AnswerRow term="You chose">
        {chosen.length > 0 ? (
          <AnswerItems>
            {chosen.map(({ id, text }) => (
              <AnswerItem key={id} standing={right.has(id) ? "right" : "wrong"} {...words(right.has(id))}>
                {text}
              </AnswerItem>
            ))}
          </AnswerItems>
        ) : response?.none ? (
          NONE
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term="The answer" tone="key">
        <AnswerItems>
          {body.options
            .filter(({ id }) => right.has(id))
            .map(({ id, text }) => (
              <AnswerItem
                key={id}
                standing={response === null || ticked.has(id) ? "right" : "blank"}
                {...(response === null || ticked.has(id) ? {} : { aside: "was left" })}
              >
                <b>{text}</b>
              </AnswerItem>
            ))}
        </AnswerItems>
      </AnswerRow>
    </AnswerList>
  );
}

const words = (right: boolean) => (right ? { words: "right" } : { aside: "not right" });

export function summary({ chosen }: Response, body: Body): string {
  const ticked = new Set(chosen);
  const texts = body.options.filter(({ id }) => ticked.has(id)).map(({ text }) => text);
  return texts.length > 0 ? texts.join("; ") : NONE;
}
