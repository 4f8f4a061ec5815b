import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Problem } from "@/content/compiled";
import { Problems } from "@/content/problems";
import { readYaml } from "@/content/yaml";
import type { Fields } from "@/questions";
import { previewed } from "../../../course";
import { AsWritten, Notices, Stale } from "../../../notices";
import { ItemPreview } from "../../../item";
import styles from "../../../preview.module.css";

interface Props {
  params: Promise<{ quiz: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Quiz: ${(await params).quiz}` };
}

/** A quiz as its author wants it: every question as it is asked, with its key and all that is said to it. */
export default async function QuizPreview({ params, searchParams }: Props) {
  const { quiz: id } = await params;
  const sent = Object.fromEntries(
    Object.entries(await searchParams).map(([name, value]) => [name, [value ?? []].flat()]),
  ) satisfies Fields;
  const of = previewed().find(({ files }) => files.quizzes.some(({ name }) => name === id));
  const file = of?.files.quizzes.find(({ name }) => name === id);
  if (!of || !file) notFound();
  const own = of.problems.filter((each) => each.file === file.file);
  const entry = of.entries.quizzes.find(({ yaml }) => yaml.file === file.file);
  if (!entry) {
    return (
      <main id="main" tabIndex={-1} className="page">
        <h1>{id}</h1>
        <Notices problems={own} />
        <AsWritten text={file.text} />
      </main>
    );
  }

  const { quiz } = entry;
  const stale = of.stale.has(file.file);
  const written = stale ? [] : writtenIn(file.file, file.text);
  const within = ({ line }: Problem, { from, to }: Written) => line >= from && line < to;
  const head = own.filter((each) => !written.some((item) => within(each, item)));
  const points = quiz.items.reduce((sum, item) => sum + item.points, 0);
  // Of a file that cannot be read now there are only the questions that it had.
  const shown = stale ? quiz.items.map(({ id }) => ({ id, from: 0, to: 0, text: "" })) : written;
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="pagehead">
        <h1>Quiz: {quiz.title}</h1>
        <p>
          {quiz.items.length} questions, {points} points. Answers are marked as a learner’s would be, once and without
          cost; nothing is kept.
        </p>
      </div>
      <Stale file={file.file} stale={of.stale} />
      <Notices problems={head} />
      {shown.map((each, index) => {
        const item = quiz.items.find(({ id }) => id === each.id);
        return (
          <article key={each.id} className={styles.item} id={each.id} aria-labelledby={`head-${index}`}>
            <h2 id={`head-${index}`}>
              {index + 1} <span className="meta">{each.id}</span>
            </h2>
            <Notices problems={own.filter((problem) => within(problem, each))} />
            {item ? (
              <ItemPreview item={item} position={index + 1} sent={sent} quizzes={of.entries.quizzes} />
            ) : (
              <>
                <p className="meta">Nothing can be made of this question yet, or of a fact or passage that it names.</p>
                <AsWritten text={each.text} />
              </>
            )}
          </article>
        );
      })}
    </main>
  );
}

interface Written {
  id: string;
  /** The first line, and the first that is not of it any more. */
  from: number;
  to: number;
  text: string;
}

/** The questions of a file as they stand in it. */
function writtenIn(file: string, text: string): Written[] {
  const yaml = readYaml(file, text, new Problems());
  const items = (yaml?.value as { items?: unknown } | null | undefined)?.items;
  if (!yaml || !Array.isArray(items)) return [];
  const lines = text.split("\n");
  const starts = [...items.map((_, index) => yaml.at(["items", index]).line), lines.length + 1];
  return items.map((item: unknown, index) => {
    const [from, to] = [starts[index]!, starts[index + 1]!];
    const id: unknown = (item as { id?: unknown } | null)?.id;
    return {
      id: typeof id === "string" ? id : `question-${index + 1}`,
      from,
      to,
      text: lines.slice(from - 1, to - 1).join("\n"),
    };
  });
}
