import {
  scaleProblems,
  weightProblems,
  type GradingScale,
  type MissingRule,
  type ShownForm,
} from "@/assessment/gradebook";

import { database, type Transaction } from "./database";
import { NotFound } from "./errors";
import { categoryRows, classRow, columnRows } from "./gradebook-rows";
import type { GradebookSettings } from "./gradebook-types";
import { id } from "./ids";
import { mustTeach } from "./must-teach";
import { categoryName, gradeName } from "./names";
import { newId } from "./new-id";
import type { Refused, Slip } from "./slip";
import type { Viewer } from "./viewer";
import { assignmentsTaughtBy, classesTaughtBy } from "./visibility";

const missingRules: readonly MissingRule[] = ["after-due", "after-close", "never"];

const usualScale: GradingScale = [
  { from: 0.9, name: "A" },
  { from: 0.8, name: "B" },
  { from: 0.7, name: "C" },
  { from: 0.6, name: "D" },
  { from: 0.5, name: "E" },
  { from: 0, name: "F" },
];

/** A class's settings out of its row; what was never set, or is not understood, is as usual. */
export function settingsFrom(json: unknown): GradebookSettings {
  const kept = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
  const scale = scaleIn(kept.scale);
  const outOf = typeof kept.outOf === "number" && kept.outOf > 0 ? kept.outOf : null;
  const forms: Record<string, ShownForm> = {
    percent: { as: "percent" },
    points: { as: "points", outOf },
    scale: { as: "scale", scale },
  };
  return {
    form: forms[String(kept.as)] ?? { as: "percent" },
    scale,
    missing: missingRules.find((rule) => rule === kept.missing) ?? "after-due",
  };
}

function scaleIn(kept: unknown): GradingScale {
  if (!Array.isArray(kept)) return usualScale;
  const steps = kept.flatMap((step: unknown) => {
    const { from, name } = (step ?? {}) as Record<string, unknown>;
    return typeof from === "number" && typeof name === "string" ? [{ from, name }] : [];
  });
  return scaleProblems(steps).some(({ severity }) => severity === "error") ? usualScale : steps;
}

export interface SettingsCategory {
  categoryId: string;
  name: string;
  weight: number | null;
  dropLowest: number;
  /** How many assignments are in it. */
  assignments: number;
}

export interface ClassGradebookSettings {
  class: { id: string; name: string; archived: boolean };
  settings: GradebookSettings;
  /** In their order. */
  categories: SettingsCategory[];
  /** In the order in which they were made. */
  assignments: {
    assignmentId: string;
    title: string;
    categoryId: string | null;
    weight: number | null;
    maxPoints: number;
  }[];
  /** What a teacher should know of settings that can be used all the same. */
  warnings: string[];
}

/** How the gradebook of a class that the viewer teaches counts and shows. Throws NotFound. */
export async function gradebookSettings(viewer: Viewer, input: { classId: string }): Promise<ClassGradebookSettings> {
  const classId = id(input.classId);
  const [found, categories, columns] = await Promise.all([
    classRow(viewer, classId),
    categoryRows(viewer, classId),
    columnRows(viewer, classId),
  ]);
  if (!found) throw new NotFound();
  const settings = settingsFrom(found.gradebook);
  return {
    class: { id: found.id, name: found.name, archived: found.archived },
    settings,
    categories: categories.map((each) => ({
      ...each,
      assignments: columns.filter(({ categoryId }) => categoryId === each.categoryId).length,
    })),
    assignments: columns.map(({ assignmentId, title, categoryId, weight, maxPoints }) => ({
      ...{ assignmentId, title, categoryId, weight, maxPoints },
    })),
    warnings: warningsOf(settings, categories, columns),
  };
}

function warningsOf(
  { form, scale }: GradebookSettings,
  categories: readonly { categoryId: string; name: string; weight: number | null; dropLowest: number }[],
  columns: readonly { title: string; categoryId: string | null; weight: number | null; maxPoints: number }[],
): string[] {
  const names = new Map(categories.map(({ categoryId, name }) => [categoryId, name]));
  const placed = columns.flatMap((each) =>
    each.categoryId === null ? [] : [{ ...each, categoryId: each.categoryId }],
  );
  const stray = columns.filter((each) => each.categoryId === null);
  const dropping = weightProblems(categories, placed)
    .filter(({ code }) => code === "drops-all-but-one")
    .map(
      ({ categoryId }) => `“${names.get(categoryId!)}” has no more than the lowest that it drops: one always stays.`,
    );
  return [
    ...dropping,
    ...(stray.length > 0 && categories.some(({ weight }) => weight !== null)
      ? [`In no category, and so in no total: ${stray.map(({ title }) => `“${title}”`).join(", ")}.`]
      : []),
    ...(form.as === "scale" && scaleProblems(scale).some(({ code }) => code === "nothing-from-zero")
      ? ["No grade begins at 0 per cent: totals below the lowest have none."]
      : []),
  ];
}

/** What a teacher enters about totals; numbers are NaN where what was typed is none. */
export interface TotalsWanted {
  as: string;
  /** Null: out of the sum of what counts. */
  outOf: number | null;
  /** From so many per cent on; lines that are empty are left out before. */
  scale: readonly { name: string; from: number }[];
  missing: string;
}

export type SettingsSaved<Field extends string = string> = { state: "saved" } | Refused<Field>;

/** Says how a class that the viewer teaches shows totals, and what nothing handed in counts. Throws NotFound. */
export async function setTotals(
  viewer: Viewer,
  input: { classId: string; wanted: TotalsWanted },
): Promise<SettingsSaved> {
  const classId = id(input.classId);
  await mustTeach(viewer, classId);
  const { as, outOf, missing } = input.wanted;
  const slips: Slip[] = [];
  if (!["percent", "points", "scale"].includes(as))
    slips.push({ field: "as", message: "Choose how totals are shown." });
  if (!missingRules.some((rule) => rule === missing))
    slips.push({ field: "missing", message: "Choose what nothing handed in counts." });
  if (outOf !== null && !(outOf > 0 && outOf <= 10_000))
    slips.push({ field: "outOf", message: "Write a number above 0, such as 20, or leave it empty." });
  const scale = scaleWanted(input.wanted.scale, slips);
  if (slips.length > 0) return { state: "refused", slips };
  const changed = await database().$executeRaw`
    UPDATE "Class" c SET "gradebook" = ${JSON.stringify({ as, outOf, scale, missing })}::jsonb
    WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid`;
  if (changed === 0) throw new NotFound();
  return { state: "saved" };
}

const mostSteps = 20;

function scaleWanted(wanted: TotalsWanted["scale"], slips: Slip[]): GradingScale {
  const names = wanted.map(({ name }) => gradeName(name));
  const scale = wanted.map(({ from }, index) => {
    const name = names[index]!;
    return { from: withoutCrumbs(from / 100), name: name.ok ? name.value : "" };
  });
  const say = (field: string, message: string) => void slips.push({ field, message });
  for (const [index, name] of names.entries()) if (!name.ok) say(`step.${index}.name`, name.message);
  if (scale.length > mostSteps) say("scale", `Use at most ${mostSteps} grades.`);
  for (const { step, code } of scaleProblems(scale)) {
    if (code === "no-steps") say("scale", "Write at least one grade.");
    if (code === "not-a-share") say(`step.${step}.from`, "Write a number from 0 to 100.");
    if (code === "same-from") say(`step.${step}.from`, "Another grade begins here already.");
    if (code === "same-name") say(`step.${step}.name`, "Another grade is called so already.");
  }
  return [...scale].sort((a, b) => b.from - a.from);
}

/** A line of the list of categories. */
export interface CategoryWanted {
  /** Null: a new one. */
  categoryId: string | null;
  name: string;
  /** Null: by points; NaN of what is no number. */
  weight: number | null;
  dropLowest: number;
  /** It is to go, if nothing is in it. */
  remove: boolean;
}

/**
 * Makes, renames, weighs, orders and removes the categories of a class that the viewer teaches: all as entered, or none.
 * They stand in the order of the list; those that are not in it stay as they are, after it. Throws NotFound.
 */
export async function setCategories(
  viewer: Viewer,
  input: { classId: string; wanted: readonly CategoryWanted[] },
): Promise<SettingsSaved> {
  const classId = id(input.classId);
  const wanted = input.wanted.map((each) => ({
    ...each,
    isNew: each.categoryId === null,
    categoryId: each.categoryId === null ? newId() : id(each.categoryId),
  }));
  return database().$transaction(async (transaction) => {
    const before = await lockedCategories(transaction, viewer, classId);
    const known = new Map(before.map((each) => [each.categoryId, each]));
    if (wanted.some(({ isNew, categoryId }) => !isNew && !known.has(categoryId))) throw new NotFound();
    const slips: Slip[] = [];
    for (const [line, each] of wanted.entries())
      if (each.remove && (known.get(each.categoryId)?.assignments ?? 0) > 0)
        slips.push({
          field: `category.${line}.name`,
          message: "There are assignments in it: put them in another category first.",
        });
    const listed = new Set(wanted.map(({ categoryId }) => categoryId));
    const others = before.filter(({ categoryId }) => !listed.has(categoryId));
    const kept = checkedCategories(wanted, others, slips);
    if (slips.length > 0) return { state: "refused", slips };
    const gone = wanted.filter(({ remove, isNew }) => remove && !isNew).map(({ categoryId }) => categoryId);
    await removeCategories(transaction, viewer, gone);
    await writeCategories(transaction, viewer, classId, [...kept, ...others]);
    return { state: "saved" };
  });
}

interface KeptCategory {
  categoryId: string;
  name: string;
  weight: number | null;
  dropLowest: number;
}

const mostCategories = 20;

function checkedCategories(
  wanted: readonly (CategoryWanted & { categoryId: string })[],
  others: readonly KeptCategory[],
  slips: Slip[],
): KeptCategory[] {
  const taken = new Set(others.map(({ name }) => name.toLowerCase()));
  const lines = new Map<string, number>();
  const kept = wanted.flatMap(({ categoryId, name: typed, weight, dropLowest, remove }, line): KeptCategory[] => {
    if (remove) return [];
    lines.set(categoryId, line);
    const name = categoryName(typed);
    if (!name.ok) slips.push({ field: `category.${line}.name`, message: name.message });
    else if (taken.has(name.value.toLowerCase()))
      slips.push({ field: `category.${line}.name`, message: "There is a category of this name already." });
    else taken.add(name.value.toLowerCase());
    return [{ categoryId, name: name.ok ? name.value : "", weight, dropLowest }];
  });
  const all = [...kept, ...others];
  for (const { categoryId, weight, dropLowest } of kept) {
    const line = lines.get(categoryId)!;
    if (weight !== null && !isWeight(weight)) slips.push({ field: `category.${line}.weight`, message: notAWeight });
    if (!(Number.isInteger(dropLowest) && dropLowest >= 0 && dropLowest <= 100))
      slips.push({ field: `category.${line}.dropLowest`, message: "Write a whole number from 0 to 100." });
  }
  if (slips.length > 0) return kept;
  if (all.length > mostCategories)
    slips.push({ field: "categories", message: `Use at most ${mostCategories} categories.` });
  for (const { code } of weightProblems(all, [])) {
    if (code === "weights-mixed")
      slips.push({
        field: "categories",
        message: "Give every category a weight, or none: without weights, points decide.",
      });
    if (code === "nothing-has-weight")
      slips.push({ field: "categories", message: "At least one category needs a weight above 0." });
  }
  return kept;
}

/** Those of the class, which nobody else changes until this is done. Throws NotFound. */
async function lockedCategories(
  transaction: Transaction,
  viewer: Viewer,
  classId: string,
): Promise<(KeptCategory & { assignments: number })[]> {
  const taught = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "Class" c WHERE ${classesTaughtBy(viewer)} AND c."id" = ${classId}::uuid FOR UPDATE`;
  if (taught.length === 0) throw new NotFound();
  return transaction.$queryRaw`
    SELECT k."id" AS "categoryId", k."name", k."weight", k."dropLowest",
           (SELECT count(*)::int FROM "Assignment" s
            WHERE s."schoolId" = k."schoolId" AND s."categoryId" = k."id" AND s."removedAt" IS NULL
              AND NOT s."practice") AS "assignments"
    FROM "Category" k
    WHERE k."schoolId" = ${viewer.schoolId}::uuid AND k."classId" = ${classId}::uuid
    ORDER BY k."position", k."id"`;
}

async function removeCategories(transaction: Transaction, viewer: Viewer, gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return;
  // What was taken back, or is practice, is in no gradebook: it keeps no category alive.
  await transaction.$executeRaw`
    UPDATE "Assignment" SET "categoryId" = NULL
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "categoryId" = ANY(${gone}::uuid[])`;
  await transaction.$executeRaw`
    DELETE FROM "Category" WHERE "schoolId" = ${viewer.schoolId}::uuid AND "id" = ANY(${gone}::uuid[])`;
}

async function writeCategories(
  transaction: Transaction,
  viewer: Viewer,
  classId: string,
  all: readonly KeptCategory[],
): Promise<void> {
  // Two that exchange their names would each find the other's taken.
  await transaction.$executeRaw`
    UPDATE "Category" SET "name" = "id"::text
    WHERE "schoolId" = ${viewer.schoolId}::uuid AND "classId" = ${classId}::uuid`;
  const rows = all.map((each, position) => ({ ...each, position }));
  await transaction.$executeRaw`
    INSERT INTO "Category" ("schoolId", "id", "classId", "name", "weight", "dropLowest", "position")
    SELECT ${viewer.schoolId}::uuid, n."categoryId", ${classId}::uuid, n."name", n."weight", n."dropLowest", n."position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n("categoryId" uuid, "name" text, "weight" float8, "dropLowest" int, "position" int)
    ON CONFLICT ("schoolId", "id") DO UPDATE SET "name" = excluded."name", "weight" = excluded."weight",
      "dropLowest" = excluded."dropLowest", "position" = excluded."position"`;
}

/** Where an assignment stands, as entered. */
export interface PlaceWanted {
  assignmentId: string;
  categoryId: string | null;
  /** In its category; null: its points; NaN of what is no number. */
  weight: number | null;
}

/** Puts assignments of a class that the viewer teaches into categories, and weighs them there. Throws NotFound. */
export async function placeAssignments(
  viewer: Viewer,
  input: { classId: string; wanted: readonly PlaceWanted[] },
): Promise<SettingsSaved> {
  const classId = id(input.classId);
  const wanted = input.wanted.map(({ assignmentId, categoryId, weight }) => ({
    ...{ assignmentId: id(assignmentId), weight },
    categoryId: categoryId === null ? null : id(categoryId),
  }));
  return database().$transaction(async (transaction) => {
    const categories = await lockedCategories(transaction, viewer, classId);
    const slips = wanted.flatMap(({ assignmentId, categoryId, weight }): Slip[] => [
      ...(weight !== null && !isWeight(weight)
        ? [{ field: `assignment.${assignmentId}.weight`, message: notAWeight }]
        : []),
      ...(categoryId !== null && !categories.some((each) => each.categoryId === categoryId)
        ? [{ field: `assignment.${assignmentId}.category`, message: "Choose a category of this class." }]
        : []),
    ]);
    if (slips.length > 0) return { state: "refused", slips };
    const changed = await transaction.$executeRaw`
      UPDATE "Assignment" s SET "categoryId" = n."categoryId", "weight" = n."weight"
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        AS n("assignmentId" uuid, "categoryId" uuid, "weight" float8), "Class" c
      WHERE s."id" = n."assignmentId" AND s."classId" = ${classId}::uuid AND ${assignmentsTaughtBy(viewer)}`;
    if (changed !== new Set(wanted.map(({ assignmentId }) => assignmentId)).size) throw new NotFound();
    return { state: "saved" };
  });
}

const notAWeight = "Write a number from 0, such as 40 or 2.5, or leave it empty.";

function isWeight(weight: number): boolean {
  return weight >= 0 && weight <= 1_000_000;
}

/** 29 per cent are 0.29. */
function withoutCrumbs(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
