"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import type { DateReading } from "@/facts/dates";
import type { Fields } from "../contract";
import { readFor } from "./reading";
import type { Body } from "./schema";

/** What stands in the field, and how it is read, as it is typed. */
export function useDate(
  body: Body,
  fields: Fields,
): {
  reading: DateReading;
  text: string;
  /** Which of two meanings is chosen, as EDTF; empty when none. */
  meant: string;
  input: RefObject<HTMLInputElement | null>;
  setText: (text: string) => void;
  setMeant: (meant: string) => void;
} {
  const [text, setText] = useState(fields.text?.[0] ?? "");
  const [meant, setMeant] = useState(fields.meant?.[0] ?? "");
  const input = useRef<HTMLInputElement>(null);
  // What was typed before the script came counts.
  useEffect(() => setText(input.current?.value ?? ""), []);
  return { reading: readFor(text, body), text, meant, input, setText, setMeant };
}
