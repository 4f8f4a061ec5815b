import { AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import { summary } from "./said";
import { solution } from "./solve";
import { sortName } from "./sort";
import type { Body, Key, Response } from "./schema";

/** What was written and what it was taken for, and the answer. */
export function Review({ body, key_, response, outcome }: ReviewProps<Body, Key, Response>) {
  const match = outcome.state === "scored" ? outcome.receipt.matched[0] : undefined;
  return (
    <AnswerList>
      <AnswerRow term="You wrote" tone={response ? "you" : undefined}>
        {response ? (
          <>
            <bdi>{summary(response, body)}</bdi>
            {match && match.as !== response.text && <>, taken for {match.as}</>}
          </>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term={`The ${sortName(body.asks)}`} tone="key">
        {solution(key_)}
      </AnswerRow>
    </AnswerList>
  );
}
