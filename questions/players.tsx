"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { PlayerProps } from "./contract";
import type { KindName } from ".";

/** What the browser loads to play a question: one script a kind, so that a page carries only the kinds it shows.
 * The registry's names type this list; the import of them is of types alone and brings nothing of the server here. */
const players = {
  "single-choice": dynamic(() => import("./single-choice/player")),
  "multiple-choice": dynamic(() => import("./multiple-choice/player")),
  date: dynamic(() => import("./date/player")),
  number: dynamic(() => import("./number/player")),
  "short-text": dynamic(() => import("./short-text/player")),
  signatories: dynamic(() => import("./signatories/player")),
  matching: dynamic(() => import("./matching/player")),
  ordering: dynamic(() => import("./ordering/player")),
  placing: dynamic(() => import("./placing/player")),
  annexations: dynamic(() => import("./annexations/player")),
  transfer: dynamic(() => import("./transfer/player")),
  cloze: dynamic(() => import("./cloze/player")),
} satisfies Record<KindName, unknown>;

/** The fields of one question. They are native form fields named `<name>.<field>` and post without JavaScript; what
 * the script changes is announced by a bubbling `input` event, so that a form around them can save. */
export function Player({ kind, ...props }: PlayerProps & { kind: string }) {
  const Fields = players[kind as KindName] as unknown as ComponentType<PlayerProps> | undefined;
  if (!Fields) throw new Error(`There is no player for questions of the kind '${kind}'.`);
  // Another question is another form, even when the page around it stays.
  return <Fields key={props.name} {...props} />;
}
