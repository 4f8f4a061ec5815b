import { AnswerItem, AnswerItems, AnswerList, AnswerRow } from "@/ui/answer";
import { keepDates } from "@/ui/keep-dates";
import { standingOf } from "@/ui/verdict";
import type { ReviewProps } from "../contract";
import { gapsInWords, saidInWords } from "../gap-parts";
import type { Body, Key, Response } from "./schema";
import { SLOTS, slotName } from "./slots";
import styles from "./transfer.module.css";

/** Each slot as it was filled, with what is right where it was not. */
export function Review({ body, key_, response }: ReviewProps<Body, Key, Response>) {
  const asked = gapsInWords(response?.slots ?? null, key_.slots, body.asked);
  const inOrder = SLOTS.flatMap((slot) => asked.find(({ id }) => id === slot) ?? []);
  return (
    <AnswerList>
      <AnswerRow term="You said">
        {response ? (
          <AnswerItems>
            {inOrder.map(({ id, said, fraction }) => (
              <AnswerItem
                key={id}
                standing={standingOf(fraction)}
                words={fraction === 1 ? "right" : undefined}
                aside={fraction === null || fraction === 1 ? undefined : fraction > 0 ? "partly right" : "not right"}
              >
                <span className={styles.slot}>{slotName(id, body.when)}:</span> <bdi>{said ?? "nothing"}</bdi>
              </AnswerItem>
            ))}
          </AnswerItems>
        ) : (
          "Nothing"
        )}
      </AnswerRow>
      <AnswerRow term="The answer">
        {inOrder.map(({ id, solution }) => (
          <div key={id} className={styles.solved}>
            <span>{slotName(id, body.when)}:</span> <b>{keepDates(solution)}</b>
          </div>
        ))}
      </AnswerRow>
    </AnswerList>
  );
}

/** 'From whom: Lithuania; When, by the legal act: 22 March 1939' */
export function summary({ slots }: Response, { asked, when }: Body): string {
  return saidInWords(slots, asked, (id) => slotName(id, when));
}
