/** What is asked for in the address of a file. What nobody knows is as though it were not there. */
export interface ExportWanted {
  numbers: "as shown" | "exact";
  names: boolean;
  /** CSV with the mark that tells Excel its encoding. */
  mark: boolean;
  groupId: string | undefined;
  of: "class" | "mine";
}

/** `?numbers=exact&names=1&mark=0&group=…&of=mine`; `names`: whether there are names where nothing is said of them. */
export function wantedIn(request: Request, { names }: { names: boolean }): ExportWanted {
  const query = new URL(request.url).searchParams;
  const said = query.get("names");
  return {
    numbers: query.get("numbers") === "exact" ? "exact" : "as shown",
    names: said === "1" ? true : said === "0" ? false : names,
    mark: query.get("mark") !== "0",
    groupId: query.get("group") || undefined,
    of: query.get("of") === "mine" ? "mine" : "class",
  };
}
