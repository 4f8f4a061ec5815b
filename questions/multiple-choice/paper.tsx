import { PaperHint, PaperOptions } from "@/ui/paper";
import type { PaperProps } from "../contract";
import type { Body } from "./schema";
import { canBeNone, NONE, told } from "./words";

/** The options, each with a box, and how ticks are marked. */
export function Paper({ body, fields }: PaperProps<Body>) {
  const none = { id: "none", text: NONE, ticked: fields.none !== undefined };
  return (
    <>
      <PaperHint>
        {body.choose === undefined ? "Tick every one that is right. " : `Choose exactly ${body.choose}. `}
        {told(body.rule, body.options.length)}
      </PaperHint>
      <PaperOptions
        options={[
          ...body.options.map((each) => ({ ...each, ticked: fields.choice?.includes(each.id) ?? false })),
          ...(canBeNone(body.rule) ? [none] : []),
        ]}
      />
    </>
  );
}
