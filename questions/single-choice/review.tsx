import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { settled } from "../fraction";
import type { ReviewProps } from "../contract";
import { rightOption } from "./gap";
import type { Body, Key, Response } from "./schema";

/** What was chosen, how it stands, and what is right. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const chosen = body.options.find((option) => option.id === response?.choice);
  const fraction = settled(key_.options.find((option) => option.id === chosen?.id)?.fraction ?? 0);
  return (
    <AnswerList>
      <AnswerRow term="You chose" tone={chosen ? "you" : undefined}>
        {chosen ? (
          <AnswerItems>
            <AnswerItem {...standing(fraction)}>{chosen.text}</AnswerItem>
          </AnswerItems>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term="The answer" tone="key">
        {rightOption(key_, body)?.text ?? ""}
      </AnswerRow>
    </AnswerList>
  );
}

function standing(fraction: number): Omit<Parameters<typeof AnswerItem>[0], "children"> {
  if (fraction === 1) return { standing: "right", words: "right" };
  return fraction > 0 ? { standing: "part", aside: "partly right" } : { standing: "wrong", words: "not right" };
}
