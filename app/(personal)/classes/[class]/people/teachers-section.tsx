import type { ClassRoster } from "@/records";
import { ActionForm } from "../../../../forms/action-form";
import { addColleague, removeColleague } from "./actions";
import styles from "./people.module.css";

/** Who teaches the class: all may do the same in it. */
export function TeachersSection({
  group,
  teachers,
  me,
}: {
  group: { id: string; name: string };
  teachers: ClassRoster["teachers"];
  me: string;
}) {
  return (
    <section className="section" aria-labelledby="teachers">
      <h2 id="teachers">{teachers.length === 1 ? "Teacher" : "Teachers"}</h2>
      <div className={styles.stack}>
        <ul className={styles.teachers}>
          {teachers.map((teacher) => {
            const self = teacher.personId === me;
            return (
              <li key={teacher.personId} className="ui">
                <span>
                  <b>{teacher.displayName}</b> <span className="meta">{self ? "you" : teacher.userName}</span>
                </span>
                {teachers.length > 1 && (
                  <ActionForm
                    action={removeColleague}
                    hidden={{ class: group.id, person: teacher.personId }}
                    submit={self ? "Leave this class" : `Remove ${teacher.displayName}`}
                    button="btn quiet"
                    confirm={{
                      title: self ? `Leave ${group.name}?` : `Remove ${teacher.displayName} from ${group.name}?`,
                      yes: self ? "Leave" : "Remove",
                      say: self
                        ? "You see nothing of this class any more, until a colleague adds you again."
                        : "They see nothing of this class any more, until someone adds them again.",
                    }}
                  />
                )}
              </li>
            );
          })}
        </ul>
        <ActionForm
          action={addColleague}
          hidden={{ class: group.id }}
          fields={[
            {
              name: "userName",
              label: "Add a colleague, by user name",
              hint: "What they sign in with. They can do all that you can do in this class.",
              maxLength: 200,
              required: true,
              autoComplete: "off",
              autoCapitalize: "none",
              spellCheck: false,
            },
          ]}
          submit="Add"
          button="btn"
        />
      </div>
    </section>
  );
}
