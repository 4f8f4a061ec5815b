import { AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import { solution } from "./solve";
import { summary } from "./said";
import type { Body, Key, Response } from "./schema";

/** What was written and how it was read, and the number. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  return (
    <AnswerList>
      <AnswerRow term="You wrote" tone={response ? "you" : undefined}>
        {response ? <bdi>{summary(response, body)}</bdi> : "Nothing"}
      </AnswerRow>
      <AnswerRow term="The number" tone="key">
        {solution(key_, body)}
      </AnswerRow>
    </AnswerList>
  );
}
