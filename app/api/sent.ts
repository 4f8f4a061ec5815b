import type { Visit } from "@/auth";

/** The named texts of a form or a JSON object; what is missing or no text is empty, which no id is. */
export function sent<Name extends string>(
  { body, fields }: Pick<Visit<unknown>, "body" | "fields">,
  names: readonly Name[],
): Record<Name, string> {
  const json = body.type === "json" && body.value !== null && typeof body.value === "object" ? body.value : {};
  const text = (name: Name) => {
    const value: unknown = body.type === "form" ? fields[name]?.[0] : Reflect.get(json, name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}
