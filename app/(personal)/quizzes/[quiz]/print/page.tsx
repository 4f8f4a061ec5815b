import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { quizPaper } from "@/records";
import { originOf } from "../../../../origin";
import { SheetFoot, SheetHead, SheetQuestion, SheetQuestions } from "../../../../paper/sheet";
import styles from "../../../../paper/sheet.module.css";
import { PaperTools } from "../../../../paper/tools";
import { paperAddress, paperWanted } from "../../../../paper/wanted";
import type { Search } from "../../../../paper/wanted";

interface Props {
  params: Promise<{ quiz: string }>;
  searchParams: Promise<Search>;
}

const paperOf = cache(async (quizId: string, paper: string, edition: string | undefined) => {
  const viewer = await requireViewer(paperAddress("print", { quizId, paper, edition }));
  return { viewer, quiz: await found(quizPaper(viewer, { quizId, paper, edition })) };
});

async function asked({ params, searchParams }: Props) {
  const { paper, edition } = paperWanted(await searchParams);
  return paperOf((await params).quiz, paper, edition);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { quiz } = await asked(props);
  return { title: `${quiz.title}, paper ${quiz.paper}` };
}

/** A quiz to print and to answer with a pen. Nothing of its key is in the page. */
export default async function PrintPage(props: Props) {
  const { viewer, quiz } = await asked(props);
  const course = courses().includes(quiz.courseId) ? loadCourse(quiz.courseId).title : undefined;
  return (
    <main id="main" tabIndex={-1} className={`page ${styles.sheet}`}>
      <PaperTools page="print" quiz={quiz} teaches={viewer.role !== "learner"} />
      <SheetHead quiz={quiz} course={course} />
      <SheetQuestions>
        {quiz.questions.map((question) => (
          <SheetQuestion key={question.position} question={question} />
        ))}
      </SheetQuestions>
      <SheetFoot quiz={quiz} address={originOf(await headers()) + paperAddress("print", quiz)} />
    </main>
  );
}
