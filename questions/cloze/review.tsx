import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { keepDates } from "@/ui/keep-dates";
import { standingOf } from "@/ui/verdict";
import type { ReviewProps } from "../contract";
import styles from "./cloze.module.css";
import { gapsInWords, saidInWords } from "../gap-parts";
import { gapName, piecesOf } from "./passage";
import type { Body, Key, Response } from "./schema";

/** Each gap as it was filled, and the passage as it should read. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const gaps = gapsInWords(response?.gaps ?? null, key_.gaps, body.gaps);
  const solutionOf = (id: string) => gaps.find((each) => each.id === id)?.solution ?? "";
  return (
    <AnswerList>
      <AnswerRow term="You filled in">
        {response ? (
          <AnswerItems>
            {gaps.map(({ id, said, fraction, solution }) => (
              <AnswerItem
                key={id}
                standing={standingOf(fraction)}
                words={fraction === 1 ? "right" : undefined}
                aside={
                  fraction === 1
                    ? undefined
                    : `${fraction === null ? "" : fraction > 0 ? "partly right; " : "not right; "}the answer is ${keepDates(solution)}`
                }
              >
                {gapName(id)}: <bdi>{said ?? "nothing"}</bdi>
              </AnswerItem>
            ))}
          </AnswerItems>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term="In full">
        {piecesOf(body.text).map((pieces, index) => (
          <p key={index} className={styles.solved}>
            {pieces.map((piece, place) =>
              "words" in piece ? piece.words : <b key={place}>{keepDates(solutionOf(piece.gap))}</b>,
            )}
          </p>
        ))}
      </AnswerRow>
    </AnswerList>
  );
}

/** 'Gap 1: 23 August 1939; Gap 2: Lithuania' */
export function summary({ gaps }: Response, { gaps: asked }: Body): string {
  return saidInWords(gaps, asked, gapName);
}
