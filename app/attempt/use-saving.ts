"use client";

import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Fields } from "@/questions/contract";
import { fieldsOf, sameFields } from "./form";
import { newId, saveAnswer } from "./save";
import { Saver } from "./saver";
import type { SaveState } from "./saver";

interface Start {
  attemptId: string;
  position: number;
  /** Which version of the question is answered. */
  version: string;
  fields: Fields;
  certainty: string | null;
  answered: boolean;
  flagged: boolean;
  savedAt: string | null;
}

/** A pause in typing after which it is saved, in milliseconds. */
const typingPause = 400;

/**
 * Saves the answer in `form` as it changes, whatever changes it: what bubbles up as `input` or `change` is compared
 * with what was saved last. Says how saving stands, and has `flush` to wait for it before leaving. While `closed`, the
 * answer stays as it is and only the flag is saved. `sure` is the name of the field that says how sure the learner is.
 */
export function useSaving(form: RefObject<HTMLFormElement | null>, start: Start, closed: boolean, sure = "certainty") {
  const [saving, setSaving] = useState<{ state: SaveState | "rest"; savedAt: string | null }>({
    state: start.savedAt ? "saved" : "rest",
    savedAt: start.savedAt,
  });
  const [answered, setAnswered] = useState(start.answered);
  const [flagged, setFlagged] = useState(start.flagged);
  const told = useRef({ fields: start.fields, certainty: start.certainty, flagged: start.flagged });
  const saver = useRef<Saver<Partial<typeof told.current>>>(null);

  const address = `/api/attempts/${start.attemptId}/responses/${start.position}`;
  const { version } = start;
  useEffect(() => {
    const page = newId();
    const made = new Saver<Partial<typeof told.current>>(
      (revision) => saveAnswer(address, { version, page }, revision),
      (state, saved) => {
        setSaving((before) => ({ state, savedAt: saved?.savedAt ?? before.savedAt }));
        if (saved) setAnswered(saved.answered);
      },
      newId,
    );
    saver.current = made;
    const stop = new AbortController();
    const { signal } = stop;
    const again = () => made.retry();
    addEventListener("online", again, { signal });
    addEventListener("focus", again, { signal });
    addEventListener(
      "beforeunload",
      (event) => {
        if (made.unsaved) event.preventDefault();
      },
      { signal },
    );
    // A page that the browser kept shows what it showed; another page or device may have saved since.
    addEventListener(
      "pageshow",
      (event) => {
        if (event.persisted && !made.unsaved) location.reload();
      },
      { signal },
    );
    return () => stop.abort();
  }, [address, version]);

  function save(change: { flagged?: boolean } = {}, delay = 0) {
    if (!form.current) return;
    const before = told.current;
    const flagged = change.flagged ?? before.flagged;
    if (closed) {
      told.current = { ...before, flagged };
      if (flagged !== before.flagged) saver.current?.change({ flagged }, delay);
      return;
    }
    const sent = grouped(new FormData(form.current));
    const now = { fields: fieldsOf(sent, start.position), certainty: sent[sure]?.[0] ?? before.certainty, flagged };
    if (sameFields(now.fields, before.fields) && now.certainty === before.certainty && now.flagged === before.flagged)
      return;
    told.current = now;
    saver.current?.change(now, delay);
  }

  // What was typed or ticked before the script came is a change that nobody heard.
  useEffect(() => save(), []);

  return {
    ...saving,
    answered,
    flagged,
    changed(target: EventTarget) {
      const typed = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isTyped(target));
      save({}, typed ? typingPause : 0);
    },
    setFlag(flagged: boolean) {
      setFlagged(flagged);
      save({ flagged });
    },
    /** Saves what is not saved yet; true when nothing is left unsaved. */
    async flush() {
      save();
      await saver.current?.flush();
      return !saver.current?.unsaved;
    },
    /** Saves what is not saved yet, then asks about exactly that; null when it cannot be saved now. */
    async ask<T>(question: () => Promise<T>): Promise<T | null> {
      save();
      return (await saver.current?.alone(question)) ?? null;
    },
  };
}

function isTyped(input: HTMLInputElement): boolean {
  return input.type !== "checkbox" && input.type !== "radio";
}

function grouped(form: FormData): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === "string") (fields[name] ??= []).push(value);
  return fields;
}
