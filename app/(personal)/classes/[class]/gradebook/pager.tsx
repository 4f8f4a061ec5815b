import type { GradebookPage } from "@/records";
import { addressOf, type Asked } from "./asked";

/** Which of those found stand on this page, and the way to the others. */
export function Pager({ book: { class: group, count, from, learners, page, pages }, asked }: PagerOf) {
  if (count.found <= 50) return null;
  const turnTo = (to: Partial<Asked>) => addressOf(group.id, asked, to);
  return (
    <nav className="pager" aria-label="Pages of the gradebook">
      {page > 1 ? <a href={turnTo({ page: page - 1 })}>Previous page</a> : <span />}
      <span className="meta">
        {from} to {from + learners.length - 1} of {count.found}.{" "}
        {asked.all ? <a href={turnTo({ all: false })}>Show by pages</a> : <a href={turnTo({ all: true })}>Show all</a>}
      </span>
      {page < pages ? <a href={turnTo({ page: page + 1 })}>Next page</a> : <span />}
    </nav>
  );
}

interface PagerOf {
  book: GradebookPage;
  asked: Asked;
}
