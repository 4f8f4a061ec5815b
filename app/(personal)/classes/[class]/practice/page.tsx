import type { Metadata } from "next";
import { found, requireViewer } from "@/auth";
import { classScores } from "@/records";
import { EmptyState } from "@/ui/notice";
import { AttemptPanel } from "./attempt-panel";
import { ClassHead } from "../class-head";
import { orderFrom } from "./order";
import { ScoreTable } from "./score-table";
import table from "../score-table.module.css";
import styles from "./scores.module.css";

interface Address {
  params: Promise<{ class: string }>;
  searchParams: Promise<{ attempt?: string; by?: string; down?: string }>;
}

async function scores({ params }: Pick<Address, "params">) {
  const { class: classId } = await params;
  return found(classScores(await requireViewer(`/classes/${classId}/practice`), { classId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `${(await scores(address)).class.name}, practice` };
}

/**
 * What was done without an assignment: learners down, quizzes across, the best score in each cell; an attempt opens beside
 * the table.
 */
export default async function PracticePage(address: Address) {
  const [{ attempt, ...query }, page] = await Promise.all([address.searchParams, scores(address)]);
  const { class: group, learners, quizzes } = page;
  const order = orderFrom(query, quizzes);

  return (
    <main id="main" tabIndex={-1} className={`page wide ${table.page}`}>
      <ClassHead classId={group.id} name={group.name} here="gradebook" />
      <header className={styles.intro}>
        <h2>Practice and earlier attempts</h2>
        <p className="meta">
          What learners did at the course’s quizzes on their own, without an assignment: best score in per cent of the
          points, of {count(learners.length, "learner", "learners")} at {count(quizzes.length, "quiz", "quizzes")}. None
          of it counts in the <a href={`/classes/${group.id}`}>gradebook</a>.
        </p>
      </header>
      {learners.length === 0 ? (
        <EmptyState title="No scores yet.">
          <p>
            {group.joinCode ? (
              <>
                Learners join with the code <b>{group.joinCode}</b>; their scores appear here as they hand in.
              </>
            ) : (
              "Joining is closed. Open it with a new code."
            )}
          </p>
          <p>
            <a className="btn" href={`/classes/${group.id}/people`}>
              Learners and code
            </a>
          </p>
        </EmptyState>
      ) : (
        <div className={attempt ? styles.split : undefined}>
          <ScoreTable scores={page} order={order} openAttempt={attempt ?? null} />
          {attempt && <AttemptPanel attemptId={attempt} close={order.address(group.id)} page={page} />}
        </div>
      )}
    </main>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
