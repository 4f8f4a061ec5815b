"use client";

import { useEffect, useRef, useState } from "react";
import type { Fields } from "../contract";
import { namesakesOf } from "./namesakes";
import type { Body } from "./schema";

/** More than any answer needs. */
export const LONGEST_TEXT = 200;

/** The text of the field as it stands, also when it was filled in before the script came, and who may be meant by it. */
export function useText(fields: Fields, body: Body) {
  const [text, setText] = useState(fields.text?.[0] ?? "");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(input.current?.value ?? ""), []);
  return { setText, input, namesakes: namesakesOf(text, body) };
}

/** Asks which of several is meant by a name that all of them bear. */
export function Namesakes({
  name,
  namesakes,
  fields,
  className,
}: {
  name: string;
  namesakes: Body["namesakes"][number]["of"];
  fields: Fields;
  className?: string;
}) {
  if (namesakes.length === 0) return null;
  return (
    <fieldset className={className}>
      <legend>Several bear that name. Which do you mean?</legend>
      {namesakes.map((each) => (
        <label key={each.id} className="radio">
          <input type="radio" name={`${name}.meant`} value={each.id} defaultChecked={fields.meant?.[0] === each.id} />
          <span>{each.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
