"use client";

import { useState } from "react";
import type { HintLine } from "@/records";
import { check, takeHint } from "./ask";
import type { Checked, CheckReply, HintReply, Refusal } from "./ask";

interface Start {
  version: string;
  tries: readonly Checked[];
  triesLeft: number;
  hints: readonly HintLine[];
  closed: boolean;
}

/** Why nothing came of asking; `unsaved`: the answer could not be saved, and the page says why at its head. */
export type NotAsked = Refusal["state"] | "unsaved" | "same";

/** Saves first, then asks; null when the answer could not be saved. */
type Saving = { ask<T>(question: () => Promise<T>): Promise<T | null> };

/** What has been checked and which hints were taken, and how to ask for more, without leaving the page. `before` is what
 * came of asking on the page before, when that was asked without script. */
export function useAsking(start: Start, before: NotAsked | null) {
  const [stand, setStand] = useState(start);
  const [busy, setBusy] = useState(false);
  const [slip, setSlip] = useState(before);
  const { tries, hints } = stand;
  const taken = hints.filter(({ text }) => text !== undefined).length;
  const { version } = start;

  /** One at a time. */
  async function asking(saving: Saving, question: () => Promise<CheckReply | HintReply | Refusal>) {
    if (busy) return;
    setBusy(true);
    const reply = await saving.ask(question);
    setBusy(false);
    setSlip(reply === null ? "unsaved" : slipOf(reply));
    if (reply?.state === "tried") {
      const { triesLeft, ...checked } = reply;
      setStand((stand) => ({
        ...stand,
        tries: [...stand.tries.filter(({ number }) => number !== checked.number), checked],
        triesLeft,
        closed: triesLeft === 0,
      }));
    }
    if (reply?.state === "hint") {
      const { number, text } = reply;
      setStand((stand) => ({
        ...stand,
        hints: stand.hints.map((hint, index) => (index === number - 1 ? { ...hint, text } : hint)),
      }));
    }
  }

  function slipOf(reply: CheckReply | HintReply | Refusal): NotAsked | null {
    if (reply.state === "hint") return null;
    if (reply.state !== "tried") return reply.state;
    return tries.some(({ number }) => number === reply.number) ? "same" : null;
  }

  return {
    ...stand,
    taken,
    busy,
    slip,
    check: (address: string, saving: Saving) => asking(saving, () => check(address, { version })),
    takeHint: (address: string, saving: Saving) => asking(saving, () => takeHint(address, { version, taken })),
  };
}
