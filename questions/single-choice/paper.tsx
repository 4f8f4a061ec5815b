import { PaperOptions } from "@/ui/paper";
import type { PaperProps } from "../contract";
import type { Body } from "./schema";

/** The options, each with a ring. */
export function Paper({ body, fields }: PaperProps<Body>) {
  return (
    <PaperOptions one options={body.options.map((each) => ({ ...each, ticked: each.id === fields.choice?.[0] }))} />
  );
}
