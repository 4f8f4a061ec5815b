import type { Metadata } from "next";
import { requireViewer } from "@/auth";
import { myScores } from "@/records";
import { EmptyState } from "@/ui/notice";
import { Report } from "../../../scores/report";

export const metadata: Metadata = { title: "Your report" };

/** The learner's own report to print: each class on a sheet of its own. */
export default async function OwnReportPage() {
  const sheets = await myScores(await requireViewer("/scores/report"));
  return (
    <main id="main" tabIndex={-1} className="page">
      {sheets.length === 0 ? (
        <>
          <header className="pagehead">
            <h1>Your report</h1>
          </header>
          <EmptyState title="You are in no class yet." />
        </>
      ) : (
        <Report sheets={sheets} back={{ href: "/scores", words: "Your scores" }} />
      )}
    </main>
  );
}
