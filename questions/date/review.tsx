import { AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import { readAs } from "./said";
import type { Body, Key, Response } from "./schema";
import { solution } from "./solve";

/** What was written and how it was read, and the date. */
export function Review({ key_, response }: ReviewProps<Body, Key, Response>) {
  return (
    <AnswerList>
      <AnswerRow term="You wrote" tone={response ? "you" : undefined}>
        {response ? <bdi>{summary(response)}</bdi> : "Nothing"}
      </AnswerRow>
      <AnswerRow term="The date" tone="key">
        {solution(key_)}
      </AnswerRow>
    </AnswerList>
  );
}

/** '24.8.39, read as 24 August 1939'; the text alone when there is nothing to add. */
export function summary(response: Response): string {
  const { text, reading } = response;
  const read = readAs(response);
  if (text === read) return text;
  return reading.state === "unreadable" ? `${text} (${read})` : `${text}, read as ${read}`;
}
