"use client";

import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Fields } from "@/questions/contract";
import { fieldsOf, sameFields } from "./form";
import { newRevisionId, saveAnswer } from "./save";
import { Saver } from "./saver";
import type { SaveState } from "./saver";

interface Start {
  attemptId: string;
  position: number;
  fields: Fields;
  answered: boolean;
  flagged: boolean;
  savedAt: string | null;
}

/** A pause in typing after which it is saved, in milliseconds. */
const typingPause = 400;

/**
 * Saves the answer in `form` as it changes, whatever changes it: what bubbles up as `input` or `change` is compared
 * with what was saved last. Says how saving stands, and has `flush` to wait for it before leaving.
 */
export function useSaving(form: RefObject<HTMLFormElement | null>, start: Start) {
  const [saving, setSaving] = useState<{ state: SaveState | "rest"; savedAt: string | null }>({
    state: start.savedAt ? "saved" : "rest",
    savedAt: start.savedAt,
  });
  const [answered, setAnswered] = useState(start.answered);
  const [flagged, setFlagged] = useState(start.flagged);
  const told = useRef({ fields: start.fields, flagged: start.flagged });
  const saver = useRef<Saver<typeof told.current>>(null);

  const address = `/api/attempts/${start.attemptId}/responses/${start.position}`;
  useEffect(() => {
    const made = new Saver<typeof told.current>(
      (revision) => saveAnswer(address, revision),
      (state, saved) => {
        setSaving((before) => ({ state, savedAt: saved?.savedAt ?? before.savedAt }));
        if (saved) setAnswered(saved.answered);
      },
      newRevisionId,
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
  }, [address]);

  function save(change: { flagged?: boolean } = {}, delay = 0) {
    if (!form.current) return;
    const fields = fieldsOf(grouped(new FormData(form.current)), start.position);
    const now = { fields, flagged: change.flagged ?? told.current.flagged };
    if (sameFields(now.fields, told.current.fields) && now.flagged === told.current.flagged) return;
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
