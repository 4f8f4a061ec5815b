import type { CompiledCourse, CompiledLesson } from "@/content/compiled";
import { Address } from "./address";
import styles from "./lesson.module.css";

/** On paper alone, at the foot of a lesson: where it is from and what may be done with it. */
export function Imprint({ course, lesson }: { course: CompiledCourse; lesson: CompiledLesson }) {
  return (
    <footer className={styles.imprint}>
      <p>
        <Address path={`/lessons/${lesson.id}`} />
      </p>
      <p>
        Annals, {course.title}, lesson {lesson.number}. Text and figures under CC BY-SA 4.0
        (creativecommons.org/licenses/by-sa/4.0): copy and change them, name Annals, say what you changed, pass them on
        under the same licence. Other people’s work that this stands on: /licences.
      </p>
    </footer>
  );
}
