import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentViewer, found, requireViewer } from "@/auth";
import { courses, loadCourse } from "@/content/course";
import { kindOf } from "@/questions";
import { quizPaperKey } from "@/records";
import type { QuizPaperKey } from "@/records";
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

/** To whoever is not signed in there is no such page either: being asked to sign in would tell that there is one. */
const keyOf = cache(async (quizId: string, paper: string, edition: string | undefined) => {
  const viewer = await currentViewer();
  if (!viewer) notFound();
  const quiz = await found(quizPaperKey(viewer, { quizId, paper, edition }));
  await requireViewer();
  return quiz;
});

async function asked({ params, searchParams }: Props) {
  const { paper, edition } = paperWanted(await searchParams);
  return keyOf((await params).quiz, paper, edition);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const quiz = await asked(props);
  return { title: `Key to ${quiz.title}, paper ${quiz.paper}` };
}

/** What is right on a printed paper, and why: to those who may teach, and apart from the paper. */
export default async function KeyPage(props: Props) {
  const quiz = await asked(props);
  const course = courses().includes(quiz.courseId) ? loadCourse(quiz.courseId).title : undefined;
  return (
    <main id="main" tabIndex={-1} className={`page ${styles.sheet}`}>
      <PaperTools page="key" quiz={quiz} teaches />
      <SheetHead quiz={quiz} course={course} forKey />
      <SheetQuestions>
        {quiz.questions.map((question) => (
          <SheetQuestion
            key={question.position}
            question={question}
            fields={kindOf(question.kind).solve(question.answer, question.body)}
          >
            <Marking question={question} />
          </SheetQuestion>
        ))}
      </SheetQuestions>
      <SheetFoot quiz={quiz} address={originOf(await headers()) + paperAddress("key", quiz)} />
    </main>
  );
}

/** What else counts, why it is so, and where the lesson says it. */
function Marking({ question: { kind, body, answer, why } }: { question: QuizPaperKey["questions"][number] }) {
  const also = kindOf(kind).alsoRight?.(answer, body) ?? [];
  const { passage } = why;
  return (
    <dl className={styles.marking}>
      {also.length > 0 && (
        <>
          <dt>Mark by</dt>
          <dd>
            {also.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </dd>
        </>
      )}
      <dt>Why</dt>
      <dd>
        <p>{why.right}</p>
        {why.general && <p>{why.general}</p>}
      </dd>
      <dt>In the lesson</dt>
      <dd>
        <a href={`/lessons/${passage.lessonId}#${passage.id}`}>Passage {passage.number}</a> of {passage.lessonTitle}
      </dd>
    </dl>
  );
}
