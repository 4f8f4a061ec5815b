import type { QuizPaper } from "@/records";
import { PrintButton } from "./print-button";
import { SheetTools } from "./sheet";
import { PAPERS, paperAddress } from "./wanted";

/** Over a paper or its key, on the screen alone: the other papers, the quiz, and to those who teach paper and key. */
export function PaperTools({
  page,
  quiz: { quizId, paper, edition },
  teaches,
}: {
  page: "print" | "key";
  quiz: Pick<QuizPaper, "quizId" | "paper" | "edition">;
  teaches: boolean;
}) {
  const here = { quizId, paper, edition };
  return (
    <SheetTools>
      <nav aria-label="Papers">
        <p>
          {page === "key" ? "Key to paper" : "Paper"}{" "}
          {PAPERS.map((each) => (
            <a
              key={each}
              href={paperAddress(page, { quizId, paper: each, edition })}
              aria-current={each === paper ? "page" : undefined}
            >
              {each}
            </a>
          ))}
        </p>
      </nav>
      <p>
        Each paper asks other variants, in another order, and is the same every time.{" "}
        {page === "key" ? (
          <a href={paperAddress("print", here)}>The paper</a>
        ) : (
          teaches && <a href={paperAddress("key", here)}>The key to this paper</a>
        )}{" "}
        <a href={`/quizzes/${quizId}`}>Back to the quiz</a>
      </p>
      <PrintButton />
    </SheetTools>
  );
}
