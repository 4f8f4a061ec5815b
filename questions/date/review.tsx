import { edtf, formatDate } from "@/facts/dates";
import { AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import { readAs } from "./grade";
import type { Body, Key, Response } from "./schema";

/** What was written and how it was read, and the date. */
export function Review({ key_, response }: ReviewProps<Body, Key, Response>) {
  return (
    <AnswerList>
      <AnswerRow term="You wrote" tone={response ? "you" : undefined}>
        {response ? <bdi>{summary(response)}</bdi> : "Nothing"}
      </AnswerRow>
      <AnswerRow term="The date" tone="key">
        {formatDate(edtf(key_.accepted[0]?.date ?? ""))}
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
