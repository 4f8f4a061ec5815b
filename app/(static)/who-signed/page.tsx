import type { Metadata } from "next";
import { loadCourse } from "@/content/course";
import { signatureMatrix } from "@/content/pictures/signatures";
import { placesTaught } from "@/content/pictures/taught";
import { factsOfType } from "@/facts/base";
import { SignatureTable } from "../../lesson/figure";
import { SignatureList } from "../../pictures/signature-list";
import styles from "../../pictures/pages.module.css";

export const dynamic = "error";

export const metadata: Metadata = {
  title: "Who signed what",
  description: "Every agreement that the lessons teach and everyone who signed it, in which office.",
};

/** Agreements and people as a matrix, and the same as a list. */
export default function WhoSignedPage() {
  const course = loadCourse();
  const places = placesTaught(course);
  const agreements = factsOfType(course.facts, "agreement").filter(
    ({ id, signatories }) => places.has(id) && signatories.length > 0,
  );
  const matrix = signatureMatrix(agreements, course.facts);
  const people = matrix.states.reduce((sum, state) => sum + state.people.length, 0);
  const hrefOf = (factId: string) => {
    const place = places.get(factId)?.[0];
    return place && `/lessons/${place.lessonId}#${place.passageId}`;
  };
  return (
    <main id="main" tabIndex={-1} className="page wide">
      <div className="pagehead">
        <h1>Who signed what</h1>
        <p>
          {matrix.rows.length} agreements that the lessons teach, by date, and the {people} people whose names stand
          under them. Point at a mark, or go to it with the Tab key: it says in which office somebody signed. An
          agreement leads to the passage that tells of it.
        </p>
      </div>
      <div className={styles.matrix}>
        <SignatureTable matrix={matrix} caption="Agreements and those who signed them" hrefOf={hrefOf} />
      </div>
      <p className="meta">
        {matrix.rows.some((row) => row.unsure) && "† Who signed was not read again. "}
        {matrix.rows.some((row) => row.note) && "* Something is disputed or often told wrongly: the list says what."}
      </p>
      <SignatureList matrix={matrix} hrefOf={hrefOf} />
    </main>
  );
}
