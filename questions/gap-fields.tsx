"use client";

import type { ComponentType } from "react";
import DateField from "./date/field";
import type { GapFieldProps } from "./gap";
import type { GapName } from "./gaps";
import NumberField from "./number/field";
import TextField from "./short-text/field";
import ChoiceField from "./single-choice/field";

const fields = {
  date: DateField,
  number: NumberField,
  text: TextField,
  choice: ChoiceField,
} satisfies Record<GapName, unknown>;

/** The fields of one gap by its name: 'date', 'number', 'text' or 'choice'. */
export function GapField({ gap, ...props }: GapFieldProps & { gap: string }) {
  const Field = fields[gap as GapName] as unknown as ComponentType<GapFieldProps> | undefined;
  if (!Field) throw new Error(`There is no field for a gap called '${gap}'.`);
  return <Field key={props.name} {...props} />;
}
