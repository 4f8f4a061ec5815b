import { createHash } from "node:crypto";
import type { Outcome } from "@/questions";
import type { AttemptResult, ResultQuestion } from "@/records";
import { Receipt } from "@/ui/receipt";
import type { ReceiptNote } from "@/ui/receipt";
import { momentText } from "../attempt/clock";
import { sameFields } from "../attempt/form";
import styles from "./receipt.module.css";

type Marked = Extract<Outcome, { state: "scored" }>["receipt"];

/** How one question was marked: each answer that counted, the way to the points, and what all of it rests on. */
export function QuestionReceipt({
  question,
  attempt,
}: {
  question: ResultQuestion;
  attempt: AttemptResult["attempt"];
}) {
  return (
    <Receipt
      answers={answersOf(question)}
      lines={question.mark}
      notes={[
        ...restsOn(question),
        {
          term: "Saved",
          says: question.savedAt ? momentText(question.savedAt, attempt.timeZone) : "Nothing was saved",
        },
        { term: "Marked", says: momentText(attempt.submittedAt, attempt.timeZone) },
        { term: "Receipt", says: receiptNumber(attempt.id, question.position) },
      ]}
    />
  );
}

/** The answer that stands, after the tries that were other answers. */
function answersOf({ outcome, tries, fields }: ResultQuestion) {
  const stands = outcome.state === "scored" ? [{ number: 0, receipt: outcome.receipt }] : [];
  const others = tries.filter((each) => !sameFields(each.fields, fields));
  return [...others, ...stands].map(({ number, receipt }, index, all) => ({
    ...(all.length > 1 && { title: number > 0 ? `Try ${number}` : "The answer that stands" }),
    notes: readingOf(receipt, receipt.rule !== all[index - 1]?.receipt.rule),
    lines: receipt.lines,
  }));
}

/** `ruled`: the rule is said, which is not the one said just before. */
function readingOf({ read, matched, rule }: Marked, ruled: boolean): ReceiptNote[] {
  return [
    { term: "Read as", says: <bdi>{read}</bdi> },
    {
      term: "Matched",
      says:
        matched.length === 0 ? (
          "Nothing in it met the key"
        ) : (
          <ul className={styles.list}>
            {matched.map(({ said, as, by }, index) => (
              <li key={index}>
                {said !== as && (
                  <>
                    ‘<bdi>{said}</bdi>’:{" "}
                  </>
                )}
                <bdi>{as}</bdi>
                {by && ` (${by})`}
              </li>
            ))}
          </ul>
        ),
    },
    ...(ruled ? [{ term: "Rule", says: rule }] : []),
  ];
}

function restsOn({ why: { fact, sources }, itemId, version, variant, seed }: ResultQuestion): ReceiptNote[] {
  return [
    { term: "Fact", says: `‘${fact.name}’, revision ${fact.revision}${fact.dateText ? `, ${fact.dateText}` : ""}` },
    ...(sources.length > 0
      ? [
          {
            term: "Sources",
            says: (
              <ul className={styles.list}>
                {sources.map(({ id, title, url }) => (
                  <li key={id}>{url ? <a href={url}>{title}</a> : title}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    {
      term: "Question",
      says: `${itemId}, version ${version}${variant.of > 1 ? `, variant ${variant.number} of ${variant.of}` : ""}, seed ${seed}`,
    },
  ];
}

/** A short name for one mark, the same each time it is shown: 'A3F2-07'. */
function receiptNumber(attemptId: string, position: number): string {
  const hash = createHash("sha256").update(attemptId).digest("hex");
  return `${hash.slice(0, 4).toUpperCase()}-${String(position).padStart(2, "0")}`;
}
