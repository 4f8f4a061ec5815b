import type { Metadata } from "next";
import { found, requireSchool, requireViewer } from "@/auth";
import { answersGiven, previewChange } from "@/records";
import { ChooseChange } from "../../../../changes/find";
import { Preview } from "../../../../changes/preview";
import { changeWanted } from "../../../../changes/wanted";
import { SchoolHead } from "../../school-head";

export const metadata: Metadata = { title: "Change how a question is marked" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A change for the whole school before it is made; of a question alone, what can be changed about it. */
export default async function NewSchoolChangePage({ searchParams }: Props) {
  const query = await searchParams;
  const viewer = await requireViewer("/school/changes");
  const sent = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  // A question alone: it is not said yet what changes about it.
  const only = sent("what") === "" && sent("attempt") === "" ? sent("item") : "";
  const [what, school] = await Promise.all([
    only !== ""
      ? found(answersGiven(viewer, { itemId: only })).then((given) => <ChooseChange given={given} />)
      : found(previewChange(viewer, changeWanted(sent, null))).then((preview) => (
          <Preview preview={preview} sent={sent} classId={null} administrator />
        )),
    requireSchool(),
  ]);
  return (
    <main id="main" tabIndex={-1} className="page">
      <SchoolHead name={school.name} here="changes" />
      {what}
    </main>
  );
}
