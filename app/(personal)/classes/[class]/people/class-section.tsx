import { nowCalled, offeredZones } from "@/assessment/time-rules";
import { Confirm } from "@/ui/confirm";
import { ActionForm } from "../../../../forms/action-form";
import { archive, copy, rename, setClock } from "./actions";
import { ZoneField } from "./zone-field";
import styles from "./people.module.css";

/** What can be done with the class as a whole. */
export function ClassSection({
  group,
  schoolZone,
}: {
  group: { id: string; name: string; archivedAt: Date | null; timeZone: string; followsSchool: boolean };
  schoolZone: string;
}) {
  const zone = group.followsSchool ? "" : nowCalled(group.timeZone);
  return (
    <section className="section" aria-labelledby="class">
      <h2 id="class">The class</h2>
      <div className={styles.stack}>
        <ActionForm
          action={rename}
          hidden={{ class: group.id }}
          fields={[
            {
              name: "name",
              label: "Name of the class",
              value: group.name,
              maxLength: 200,
              required: true,
              autoComplete: "off",
            },
          ]}
          submit="Rename"
          button="btn"
        />
        <ActionForm action={setClock} hidden={{ class: group.id }} submit="Set the clock" button="btn">
          {/* The key makes React take the zone over after it has reset the form. */}
          <ZoneField
            key={zone}
            zones={offeredZones(group.timeZone).join(" ")}
            zone={zone}
            school={nowCalled(schoolZone)}
          />
        </ActionForm>
        <details className={styles.fold}>
          <summary>Copy this class</summary>
          <ActionForm
            action={copy}
            hidden={{ class: group.id }}
            fields={[
              {
                name: "name",
                label: "Name of the new class",
                maxLength: 200,
                required: true,
                autoComplete: "off",
              },
              {
                name: "weeks",
                label: "Move its dates on by so many weeks",
                hint: "52 for the same weekdays a year on. Left empty, its assignments have no dates.",
                maxLength: 4,
                autoComplete: "off",
              },
            ]}
            submit="Make the copy"
            button="btn"
          >
            <p className="meta">
              It has the same course, assignments and groups, and none of the learners. You teach it.
            </p>
          </ActionForm>
        </details>
        {!group.archivedAt && (
          <form action={archive} className={styles.stack}>
            <input type="hidden" name="class" value={group.id} />
            <p className="meta">
              An archived class can be read as before. Nobody joins it, its code opens nothing any more, and its
              learners find it in their scores alone.
            </p>
            <div>
              <Confirm label="Archive the class" title={`Archive ${group.name}?`} yes="Archive" className="btn quiet">
                <p>Nothing is deleted. You can restore it from the list of your classes, with a new code.</p>
              </Confirm>
            </div>
          </form>
        )}
      </div>
    </section>
  );
}
