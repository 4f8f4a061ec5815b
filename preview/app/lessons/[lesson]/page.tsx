import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Lesson, type Remarks } from "@/app/lesson/lesson";
import type { LessonEntry } from "@/content/lessons";
import { previewed, type Previewed } from "../../../course";
import { AsWritten, Notices, Stale } from "../../../notices";

interface Props {
  params: Promise<{ lesson: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).lesson };
}

/** A lesson as readers will see it, with what there is to mend where it stands. */
export default async function LessonPreview({ params }: Props) {
  const { lesson: id } = await params;
  const all = previewed();
  const of = all.find(({ files }) => files.lessons.some(({ name }) => name === id));
  const file = of?.files.lessons.find(({ name }) => name === id);
  if (!of || !file) notFound();
  const entry = of.entries.lessons.find(({ front }) => front.file === file.file);
  if (of.course && entry) {
    return <Lesson course={of.course} lesson={entry.lesson} remarks={remarksOn(entry, of)} />;
  }
  return (
    <main id="main" tabIndex={-1} className="page">
      <h1>{id}</h1>
      <Notices problems={of.problems.filter((each) => each.file === file.file || each.file.endsWith("course.yaml"))} />
      <AsWritten text={file.text} />
    </main>
  );
}

/** A problem stands before the block in which it is; one between two blocks before the second. */
function remarksOn({ lesson, front: { file }, lines }: LessonEntry, { problems, stale }: Previewed): Remarks {
  const own = problems.filter((each) => each.file === file);
  const placed = stale.has(file) ? [] : own.filter(({ line }) => line >= (lines[0]?.from ?? Infinity));
  const blockOf = (line: number) => {
    const index = lines.findIndex(({ to }) => line <= to);
    return index < 0 ? lines.length : index;
  };
  return {
    top: (
      <>
        <Stale file={file} stale={stale} />
        <Notices problems={own.filter((each) => !placed.includes(each))} />
      </>
    ),
    at: (index) => {
      const block = lesson.blocks[index];
      const figure = block?.type === "figure" ? `/figures/${block.figureId}.yaml` : undefined;
      const here = [
        ...placed.filter(({ line }) => blockOf(line) === index),
        ...problems.filter((each) => figure !== undefined && each.file.endsWith(figure)),
      ];
      return here.length > 0 ? <Notices problems={here} /> : null;
    },
  };
}
