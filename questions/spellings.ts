/** So many are told; whoever marks on paper knows the rest when they see it. */
const MOST = 6;

/** 'also written Molotow, Молотов, …': other forms of a name as a marker is told them; empty when there are none. */
export function alsoWritten(name: string, forms: readonly string[]): string {
  const others = [...new Set(forms)].filter((form) => form !== name);
  if (others.length === 0) return "";
  return `also written ${others.slice(0, MOST).join(", ")}${others.length > MOST ? " and otherwise" : ""}`;
}
