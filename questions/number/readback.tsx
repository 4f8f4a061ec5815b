"use client";

import { useEffect, useRef, useState } from "react";
import type { Fields } from "../contract";
import { readAs, readFor } from "./reading";
import type { Body, Response } from "./schema";

/** The text and the unit of a number's fields as they stand now, also when they were filled in before the script came. */
export function useNumber(fields: Fields) {
  const [text, setText] = useState(fields.text?.[0] ?? "");
  const [unit, setUnit] = useState(fields.unit?.[0] ?? "");
  const input = useRef<HTMLInputElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    setText(input.current?.value ?? "");
    setUnit(select.current?.value ?? "");
  }, []);
  return { text, setText, unit, setUnit, input, select };
}

/** 'I read this as 27,000,000.', and what there is to say of it; null while nothing is written. */
export function readback(
  text: string,
  unit: string,
  body: Body,
): { before: string; number?: string; after: string } | null {
  const reading = text.trim() === "" ? null : readFor(text, unit, body);
  if (reading === null) return null;
  if (reading.state === "unreadable") return { before: `I cannot read this as a number. ${reading.why}`, after: "" };
  return {
    before: "I read this as ",
    number: readAs(reading, body),
    after: [".", ...said(reading, body)].join(" ").replace(" .", "."),
  };
}

function said(reading: Extract<Response["reading"], { state: "read" }>, body: Body): string[] {
  const { beside, unit, notes } = reading;
  const asked = body.unit !== undefined && body.unit.rule !== "optional";
  return [
    ...notes,
    ...(beside === undefined
      ? []
      : [asked && unit === undefined ? `I do not know ‘${beside}’ as a unit.` : `I pass over ‘${beside}’.`]),
    ...(asked && unit === undefined && beside === undefined ? ["The unit is missing."] : []),
  ];
}
