import { responsesSheets, responsesTable, analysisSheets, analysisTable } from "@/interchange/exports";
import { questionAnalysis, quizResponses, type AnalysisWanted, type Viewer } from "@/records";
import { analysisFile, analysisJson } from "./analysis-file";
import { csvAnswer, fileAsked, jsonAnswer, xlsxAnswer } from "./answer";
import { wantedIn } from "./wanted";

const files = { responses: ["csv", "xlsx", "json"], analysis: ["csv", "xlsx", "json"] } as const;

/**
 * The responses or the analysis of a quiz, of an assignment where one is named: `responses.csv`, `analysis.xlsx`, … Without
 * names unless they are asked for. Throws NotFound.
 */
export async function quizFile(
  viewer: Viewer,
  of: Pick<AnalysisWanted, "classId" | "quizId" | "assignmentId">,
  { request, file, title }: { request: Request; file: string | undefined; title?: string },
): Promise<Response> {
  const { name, ending } = fileAsked(file, files);
  const options = wantedIn(request, { names: false });
  const wanted = { ...of, of: options.of, groupId: options.groupId };
  if (name === "analysis") {
    const analysis = await questionAnalysis(viewer, wanted);
    const { class: group, quiz } = analysis;
    const named = { words: [group.name, title ?? quiz.title, name], timeZone: group.timeZone };
    if (ending === "json") return jsonAnswer(analysisJson(analysis), named);
    if (ending === "csv") return csvAnswer(analysisTable(analysisFile(analysis)), named, options);
    return xlsxAnswer(analysisSheets(analysisFile(analysis), options), named);
  }
  const found = await quizResponses(viewer, { ...wanted, names: options.names });
  const named = { words: [found.class, title ?? found.quiz.title, name], timeZone: found.timeZone };
  if (ending === "json") return jsonAnswer(found, named);
  const lines = { quiz: found.quiz.title, timeZone: found.timeZone, responses: found.responses };
  if (ending === "csv") return csvAnswer(responsesTable(lines), named, options);
  return xlsxAnswer(responsesSheets(lines), named);
}
