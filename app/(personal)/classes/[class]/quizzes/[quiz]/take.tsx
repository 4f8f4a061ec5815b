import type { QuizAnalysis } from "@/records";
import styles from "./analysis.module.css";

/** The analysis and what it was made of, as files of the same attempts. */
export function TakeAlong({ analysis }: { analysis: QuizAnalysis }) {
  const { class: group, quiz, of, assignments } = analysis;
  const assignment = assignments.find(({ here }) => here);
  const at = assignment ? `assignments/${assignment.id}` : `quizzes/${quiz.quizId}`;
  const file = (name: string, names = false) => {
    const search = new URLSearchParams({ ...(of === "mine" && { of }), ...(names && { names: "1" }) });
    return `/api/classes/${group.id}/${at}/${name}${search.size > 0 ? `?${search}` : ""}`;
  };
  return (
    <p className={styles.take}>
      Take this with you: the analysis as <a href={file("analysis.csv")}>CSV</a> or{" "}
      <a href={file("analysis.xlsx")}>a workbook</a>; for <code>npm run -s analysis</code> or a table of your own the{" "}
      <a href={file("responses.json")}>responses without names</a> or{" "}
      <a href={file("responses.json", true)}>responses with names</a> (JSON), or as{" "}
      <a href={file("responses.csv", true)}>a CSV with names</a>.{" "}
      <a href={`/classes/${group.id}/export`}>All files of this class</a>
    </p>
  );
}
