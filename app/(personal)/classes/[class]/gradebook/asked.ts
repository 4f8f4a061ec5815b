import type { GradebookAsked, GradebookSort } from "@/records";

/** What an address asks of a gradebook: whom, in which order, which page. */
export interface Asked {
  search: string;
  group: string;
  only: "" | "missing" | "in-progress";
  /** 'total', an assignment's id, 'category-' and its id ('category-' alone: those in none); else by name. */
  by: string;
  down: boolean;
  page: number;
  all: boolean;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the query of an address; what does not fit is as when nothing was said. */
export function askedIn(query: Query): Asked {
  const one = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const only = one("only");
  return {
    search: one("search").slice(0, 100).trim(),
    group: one("group"),
    only: only === "missing" || only === "in-progress" ? only : "",
    by: one("by"),
    down: one("down") === "1",
    page: Math.max(1, Math.trunc(Number(one("page"))) || 1),
    all: one("show") === "all",
  };
}

/** The same, for the records. */
export function forRecords(asked: Asked, classId: string): GradebookAsked {
  return {
    ...{ classId, search: asked.search, sort: sortOf(asked.by), descending: asked.down, page: asked.page },
    groupId: asked.group || null,
    only: asked.only === "in-progress" ? "in progress" : asked.only || null,
    pageSize: asked.all ? "all" : 50,
  };
}

function sortOf(by: string): GradebookSort {
  if (by === "") return { by: "name" };
  if (by === "total") return { by };
  if (by.startsWith("category-")) return { by: "category", categoryId: by.slice("category-".length) || null };
  return { by: "assignment", assignmentId: by };
}

/** The address of a gradebook: what is asked, changed in this. Another order or search begins at its first page. */
export function addressOf(classId: string, asked: Asked, changed: Partial<Asked> = {}): string {
  const { search, group, only, by, down, page, all } = { ...asked, page: 1, ...changed };
  const query = new URLSearchParams({
    ...(search && { search }),
    ...(group && { group }),
    ...(only && { only }),
    ...(by && { by }),
    ...(down && { down: "1" }),
    ...(page > 1 && { page: String(page) }),
    ...(all && { show: "all" }),
  });
  return `/classes/${classId}${query.size > 0 ? `?${query}` : ""}`;
}

/** Where a heading leads: that order, and once more the other way round. Figures begin with the lowest. */
export function turned(classId: string, asked: Asked, by: string): string {
  return addressOf(classId, asked, { by, down: asked.by === by && !asked.down });
}

/** The name by which an address asks for the order by a category's total. */
export function byCategory(categoryId: string | null): string {
  return `category-${categoryId ?? ""}`;
}
