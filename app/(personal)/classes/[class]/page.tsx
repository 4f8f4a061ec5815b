import type { Metadata } from "next";
import { found, requireViewer } from "@/auth";
import { classScores } from "@/records";
import { EmptyState } from "@/ui/notice";
import { AttemptPanel } from "./attempt-panel";
import { ClassHead } from "./class-head";
import { orderFrom } from "./order";
import { ScoreTable } from "./score-table";
import styles from "./scores.module.css";

interface Address {
  params: Promise<{ class: string }>;
  searchParams: Promise<{ attempt?: string; by?: string; down?: string }>;
}

async function scores({ params }: Pick<Address, "params">) {
  const { class: classId } = await params;
  return found(classScores(await requireViewer(`/classes/${classId}`), { classId }));
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  return { title: `${(await scores(address)).class.name}, scores` };
}

/** Learners down, quizzes across, the best score in each cell; an attempt opens beside the table. */
export default async function ClassScoresPage(address: Address) {
  const [{ attempt, ...query }, page] = await Promise.all([address.searchParams, scores(address)]);
  const { class: group, learners, quizzes } = page;
  const order = orderFrom(query, quizzes);

  return (
    <main id="main" tabIndex={-1} className={`page wide ${styles.page}`}>
      <ClassHead classId={group.id} name={group.name} here="scores">
        <p className="meta">
          {count(learners.length, "learner", "learners")}, {count(quizzes.length, "quiz", "quizzes")}, best score in per
          cent of the points
        </p>
      </ClassHead>
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
