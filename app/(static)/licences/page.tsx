import type { Metadata } from "next";
import styles from "./licences.module.css";

export const dynamic = "error";

export const metadata: Metadata = {
  title: "Licences",
  description: "What you may do with the lessons, the questions, the maps and the code, and whom they owe thanks.",
};

/** What may be done with what is here, and on whose work it stands. */
export default function LicencesPage() {
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className={styles.licences}>
        <h1>Licences</h1>

        <h2>Lessons, questions and figures</h2>
        <p>
          The lessons, the questions and the pictures of the course are under the{" "}
          <a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license">
            Creative Commons Attribution-ShareAlike 4.0
          </a>{" "}
          licence. Copy them, print them, change them, use them in class: name “Annals”, say what you changed, and pass
          on what you make of them under the same licence.
        </p>
        <p>
          The course grew from the article{" "}
          <a href="https://en.wikipedia.org/wiki/Soviet_Union_in_World_War_II">“Soviet Union in World War II”</a> of
          Wikipedia, written by its contributors, under{" "}
          <a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a> (the copy that we read, under the{" "}
          <a href="https://www.gnu.org/licenses/fdl-1.3.html">GNU Free Documentation License</a>). The text of the
          lessons is our own; where the article is imprecise, the lesson says so. What each fact rests on stands beside
          it, and under each lesson.
        </p>

        <h2>Maps</h2>
        <p>
          Coasts and borders of today come from <a href="https://www.naturalearthdata.com/">Natural Earth</a>, which is
          in the public domain. The borders and lands of 1938 to 1945 were drawn by hand on top of them, and are free
          for any use (<a href="https://creativecommons.org/publicdomain/zero/1.0/">CC0</a>). They are for looking at,
          not for measuring, and of no legal meaning.
        </p>

        <h2>Type</h2>
        <p>
          The serif is made from <a href="https://github.com/adobe-fonts/source-serif">Source Serif 4</a> by Frank
          Grießhammer for Adobe, under the <a href="https://openfontlicense.org/">SIL Open Font License 1.1</a>.
        </p>

        <h2>Code</h2>
        <p>
          The program is under the <a href="https://opensource.org/license/mit">MIT licence</a>.
        </p>
      </div>
    </main>
  );
}
