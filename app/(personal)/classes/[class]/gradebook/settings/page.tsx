import type { Metadata } from "next";
import { cache } from "react";
import { found, requireViewer } from "@/auth";
import { gradebookSettings, type ClassGradebookSettings } from "@/records";
import { EmptyState, Notice } from "@/ui/notice";
import { Table } from "@/ui/table";
import { ClassHead } from "../../class-head";
import { saveCategories, savePlaces, saveTotals } from "./actions";
import { Choice, Entry, Radios, SettingsForm } from "./settings-form";
import styles from "./settings.module.css";

interface Address {
  params: Promise<{ class: string }>;
}

const settingsOf = cache(async (classId: string) => {
  const viewer = await requireViewer(`/classes/${classId}/gradebook/settings`);
  return found(gradebookSettings(viewer, { classId }));
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  return { title: `${(await settingsOf((await params).class)).class.name}, weights and totals` };
}

/** How a class's gradebook counts and shows. */
export default async function GradebookSettingsPage({ params }: Address) {
  const page = await settingsOf((await params).class);
  const { class: group, warnings } = page;
  return (
    <main id="main" tabIndex={-1} className="page">
      <ClassHead classId={group.id} name={group.name} here="gradebook" />
      <header className={styles.head}>
        <h2>Weights, totals and categories</h2>
        <p className="meta">
          What you save here counts at once, in the <a href={`/classes/${group.id}`}>gradebook</a> and for your
          learners.
        </p>
      </header>
      {warnings.length > 0 && (
        <Notice>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      <Totals page={page} />
      <Categories page={page} />
      <Places page={page} />
    </main>
  );
}

interface Part {
  page: ClassGradebookSettings;
}

function Totals({ page: { class: group, settings } }: Part) {
  const { form, scale, missing } = settings;
  const steps = [...scale, ...Array.from({ length: Math.max(1, 8 - scale.length) }, () => null)];
  return (
    <section className="section" aria-labelledby="totals">
      <h2 id="totals">Totals</h2>
      <SettingsForm
        action={saveTotals}
        hidden={{ class: group.id, lines: String(steps.length) }}
        submit="Save how totals are shown"
      >
        <Radios
          name="as"
          legend="Shown in"
          value={form.as}
          options={[
            { value: "percent", words: "per cent" },
            { value: "points", words: "points", more: "out of the sum of what counts, or out of the number below" },
            { value: "scale", words: "grades", more: "by the scale below, with per cent beside them" },
          ]}
        />
        <div className="field">
          <p className={styles.label}>Points out of</p>
          <Entry
            name="outOf"
            label="Points out of"
            value={form.as === "points" && form.outOf !== null ? String(form.outOf) : ""}
            inputMode="decimal"
          />
          <p className="under">Such as 20. Empty: the sum of what counts.</p>
        </div>
        <Radios
          name="missing"
          legend="Nothing handed in counts as 0"
          value={missing}
          options={[
            { value: "after-due", words: "once it was due", more: "or closed, where nothing is due" },
            { value: "after-close", words: "once it has closed" },
            { value: "never", words: "never", more: "totals are of what was handed in" },
          ]}
        />
        <details className={styles.scale} open={form.as === "scale"}>
          <summary>Grading scale</summary>
          <Table caption="A grade is reached from this share of the points on">
            <thead>
              <tr>
                <th scope="col">Grade</th>
                <th scope="col">From, per cent</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step, line) => (
                <tr key={line}>
                  <td>
                    <Entry name={`step.${line}.name`} label={`Grade ${line + 1}`} value={step?.name ?? ""} />
                  </td>
                  <td>
                    <Entry
                      name={`step.${line}.from`}
                      label={`Grade ${line + 1} from, per cent`}
                      value={step ? String(Math.round(step.from * 1e7) / 1e5) : ""}
                      inputMode="decimal"
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      </SettingsForm>
    </section>
  );
}

function Categories({ page: { class: group, categories } }: Part) {
  const lines = [...categories, null];
  return (
    <section className="section" aria-labelledby="categories">
      <h2 id="categories">Categories</h2>
      <SettingsForm
        action={saveCategories}
        hidden={{ class: group.id, lines: String(lines.length) }}
        submit="Save the categories"
      >
        <p className="ui">
          A category adds up assignments of a kind, such as tests and homework. Give every category a weight, such as 60
          and 40, or none: without weights, points decide. The lowest results of each learner can be dropped.
        </p>
        <Table caption="Categories of this class" captionHidden className={styles.entries!}>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Name</th>
              <th scope="col">Weight</th>
              <th scope="col">Lowest dropped</th>
              <th scope="col">Remove</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((category, line) => {
              const whose = category ? category.name : "the new category";
              const field = (name: string) => `category.${line}.${name}`;
              return (
                <tr key={category?.categoryId ?? "new"}>
                  <td data-of="Place">
                    <input type="hidden" name={field("id")} value={category?.categoryId ?? ""} />
                    <Entry
                      name={field("place")}
                      label={`Place of ${whose}`}
                      value={String(line + 1)}
                      width={styles.short}
                      inputMode="numeric"
                    />
                  </td>
                  <td data-of="Name">
                    <Entry
                      name={field("name")}
                      label={category ? `Name of ${whose}` : "Name of a new category"}
                      value={category?.name ?? ""}
                    />
                  </td>
                  <td data-of="Weight">
                    <Entry
                      name={field("weight")}
                      label={`Weight of ${whose}`}
                      value={category?.weight == null ? "" : String(category.weight)}
                      width={styles.short}
                      inputMode="decimal"
                    />
                  </td>
                  <td data-of="Lowest dropped">
                    <Entry
                      name={field("dropLowest")}
                      label={`How many of the lowest in ${whose} are dropped`}
                      value={String(category?.dropLowest ?? 0)}
                      width={styles.short}
                      inputMode="numeric"
                    />
                  </td>
                  <td data-of="Remove">
                    {category === null ? (
                      <span className="meta">new</span>
                    ) : category.assignments > 0 ? (
                      <span className="meta">
                        {category.assignments} {category.assignments === 1 ? "assignment" : "assignments"} in it
                      </span>
                    ) : (
                      <input type="checkbox" name={field("remove")} aria-label={`Remove ${whose}`} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </SettingsForm>
    </section>
  );
}

function Places({ page: { class: group, categories, assignments } }: Part) {
  return (
    <section className="section" aria-labelledby="assignments">
      <h2 id="assignments">Assignments</h2>
      {assignments.length === 0 ? (
        <EmptyState title="Nothing is set yet.">
          <p>Each assignment gets a line here, with its category and weight.</p>
        </EmptyState>
      ) : (
        <SettingsForm action={savePlaces} hidden={{ class: group.id }} submit="Save the assignments’ weights">
          <Table caption="The category and weight of each assignment" captionHidden className={styles.entries!}>
            <thead>
              <tr>
                <th scope="col">Assignment</th>
                <th scope="col">Category</th>
                <th scope="col">Weight in it</th>
              </tr>
            </thead>
            <tbody>
              {assignments.map(({ assignmentId, title, categoryId, weight, maxPoints }) => (
                <tr key={assignmentId}>
                  <th scope="row">
                    <input type="hidden" name="assignment" value={assignmentId} />
                    {title}
                  </th>
                  <td data-of="Category">
                    <Choice
                      name={`assignment.${assignmentId}.category`}
                      label={`Category of ${title}`}
                      value={categoryId ?? ""}
                      options={[
                        { value: "", words: "none" },
                        ...categories.map((each) => ({ value: each.categoryId, words: each.name })),
                      ]}
                    />
                  </td>
                  <td data-of="Weight in it">
                    <Entry
                      name={`assignment.${assignmentId}.weight`}
                      label={`Weight of ${title} in its category`}
                      value={weight === null ? "" : String(weight)}
                      width={styles.short}
                      inputMode="decimal"
                    />
                    <span className="meta"> empty: by points, {maxPoints}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </SettingsForm>
      )}
    </section>
  );
}
