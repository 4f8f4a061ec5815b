import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { changesHead } from "@/records";

/** Whose changes a page is about: its title and the page itself ask for the same. `change`: of a page about one. */
export const headOf = cache(async (classId: string, change?: string) => {
  const viewer = await requireViewer(`/classes/${classId}/changes${change ? `/${change}` : ""}`);
  return found(changesHead(viewer, { classId }));
});

/** What makes the title of such a page, from its words and its address. */
export function titled(words: string) {
  return async ({ params }: { params: Promise<{ class: string; change?: string }> }) => {
    const { class: classId, change } = await params;
    return { title: `${words}, ${(await headOf(classId, change)).name}` };
  };
}
