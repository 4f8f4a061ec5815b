import { found, requireViewer } from "@/auth";
import { previewChange } from "@/records";
import { Preview } from "../../../../../changes/preview";
import { changeWanted } from "../../../../../changes/wanted";
import { ClassHead } from "../../class-head";
import { headOf, titled } from "../head";

export const generateMetadata = titled("Change how a question is marked");

interface Props {
  params: Promise<{ class: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A change before it is made: who changes, from what to what. */
export default async function NewChangePage({ params, searchParams }: Props) {
  const [{ class: classId }, query] = await Promise.all([params, searchParams]);
  const viewer = await requireViewer(`/classes/${classId}/changes`);
  const sent = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  const head = await headOf(classId);
  const preview = await found(previewChange(viewer, changeWanted(sent, classId)));
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={classId} name={head.name} here="changes" />
      <Preview preview={preview} sent={sent} classId={classId} administrator={viewer.role === "administrator"} />
    </main>
  );
}
