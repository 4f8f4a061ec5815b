"use server";

import { revalidatePath } from "next/cache";
import { found, requireViewer } from "@/auth";
import { placeAssignments, setCategories, setTotals, type SettingsSaved } from "@/records";
import { slipsOf, text, type FormState } from "../../../../../forms/form-state";

export async function saveTotals(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const lines = Array.from({ length: linesIn(form) }, (_, line) => ({
    name: text(form, `step.${line}.name`),
    from: text(form, `step.${line}.from`),
  }));
  // A line of which nothing is filled in is no grade; those after it move up, and so do their slips.
  const filled = lines.flatMap((each, line) => (each.name.trim() || each.from.trim() ? [{ ...each, line }] : []));
  const saved = await found(
    setTotals(viewer, {
      classId: text(form, "class"),
      wanted: {
        as: text(form, "as"),
        outOf: numberOrNull(text(form, "outOf")),
        scale: filled.map(({ name, from }) => ({ name, from: from.trim() ? numberIn(from) : Number.NaN })),
        missing: text(form, "missing"),
      },
    }),
  );
  return answered(saved, form, "How totals are shown is saved.", (field) =>
    field.replace(/^step\.(\d+)\./, (_, place: string) => `step.${filled[Number(place)]!.line}.`),
  );
}

export async function saveCategories(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const all = Array.from({ length: linesIn(form) }, (_, line) => {
    const at = (name: string) => text(form, `category.${line}.${name}`);
    const known = at("id");
    return {
      line,
      place: numberOrNull(at("place")) ?? line + 1,
      wanted: {
        categoryId: known || null,
        name: at("name"),
        weight: numberOrNull(at("weight")),
        dropLowest: numberOrNull(at("dropLowest")) ?? 0,
        remove: at("remove") === "on",
      },
    };
  });
  // The last line is for a new one; left empty it is none.
  const filled = all
    .filter(({ wanted }) => wanted.categoryId !== null || wanted.name.trim() || wanted.weight !== null)
    .sort((a, b) => a.place - b.place);
  const wanted = filled.map((each) => each.wanted);
  const saved = await found(setCategories(viewer, { classId: text(form, "class"), wanted }));
  return answered(saved, form, "The categories are saved.", (field) =>
    field.replace(/^category\.(\d+)\./, (_, place: string) => `category.${filled[Number(place)]!.line}.`),
  );
}

export async function savePlaces(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/classes");
  const wanted = form
    .getAll("assignment")
    .map(String)
    .map((assignmentId) => ({
      assignmentId,
      categoryId: text(form, `assignment.${assignmentId}.category`) || null,
      weight: numberOrNull(text(form, `assignment.${assignmentId}.weight`)),
    }));
  const saved = await found(placeAssignments(viewer, { classId: text(form, "class"), wanted }));
  return answered(saved, form, "It is saved: the gradebook counts by it now.", (field) => field);
}

function answered(saved: SettingsSaved, form: FormData, done: string, named: (field: string) => string): FormState {
  if (saved.state === "saved") {
    revalidatePath("/classes/[class]/gradebook/settings", "page");
    return { done };
  }
  const slips = saved.slips.map(({ field, message }) => ({ field: named(field), message }));
  return slipsOf({ state: "refused", slips }, form);
}

function linesIn(form: FormData): number {
  return Math.min(100, Math.max(0, Math.trunc(numberIn(text(form, "lines"))) || 0));
}

/** '2,5' is two and a half as well; NaN of what is no number. */
function numberIn(typed: string): number {
  return Number(typed.trim().replace(",", "."));
}

function numberOrNull(typed: string): number | null {
  return typed.trim() === "" ? null : numberIn(typed);
}
