import { AnswerList, AnswerRow } from "@/ui/answer";
import type { ReviewProps } from "../contract";
import type { Body, Key, Response } from "./schema";

/** What was chosen and what is right. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const text = (id: string | undefined) => body.options.find((option) => option.id === id)?.text ?? "";
  const right = key_.options.find((option) => option.fraction === 1);
  return (
    <AnswerList>
      <AnswerRow term="You chose" tone={response ? "you" : undefined}>
        {response ? text(response.choice) : "Nothing"}
      </AnswerRow>
      <AnswerRow term="The answer" tone="key">
        {text(right?.id)}
      </AnswerRow>
    </AnswerList>
  );
}
