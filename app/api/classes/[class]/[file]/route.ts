import { csvAnswer, fileAsked, xlsxAnswer } from "@/app/exports/answer";
import { gradebookFile } from "@/app/exports/gradebook-file";
import { wantedIn } from "@/app/exports/wanted";
import { handler } from "@/auth";
import { gradebookSheets, gradebookTable } from "@/interchange/exports";
import { wholeGradebook } from "@/records";

/**
 * `gradebook.csv` and `gradebook.xlsx`: everyone in the class, or in a group with `?group=`. A CSV has the numbers of the
 * page, or the exact ones with `?numbers=exact`; a workbook has both. `?names=0` has ids that say nothing instead of names,
 * `?mark=0` leaves out the mark of UTF-8.
 */
export const GET = handler(async ({ request, viewer, params }) => {
  const { ending } = fileAsked(params.file, { gradebook: ["csv", "xlsx"] });
  const options = wantedIn(request, { names: true });
  const { groupId } = options;
  const book = await wholeGradebook(viewer, { classId: params.class ?? "", ...(groupId !== undefined && { groupId }) });
  const { name, timeZone } = book.class;
  const group = book.groups.find(({ id }) => id === groupId)?.name ?? "";
  const named = { words: [name, group, "gradebook"], timeZone };
  const file = gradebookFile(book);
  return ending === "csv"
    ? csvAnswer(gradebookTable(file, options), named, options)
    : xlsxAnswer(gradebookSheets(file, options), named);
});
