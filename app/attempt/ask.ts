import type { TriedAnswer } from "@/records";

/** An answer that was checked, as the page shows it. */
export type Checked = Pick<TriedAnswer, "number" | "fraction" | "feedback"> & { read?: string };

export type CheckReply = { state: "tried"; triesLeft: number } & Checked;
export type HintReply = { state: "hint"; number: number; text: string };

/** Why there is no reply: nothing to check, the page is behind what another one did, no session, no line. */
export interface Refusal {
  state: "unanswered" | "stale" | "signed out" | "again";
}

/** Has the answer that is saved checked; asked again about the same answer, it is the same try. Never throws. */
export function check(address: string, sent: { version: string }): Promise<CheckReply | Refusal> {
  return ask<CheckReply>(`${address}/try`, sent, "tried");
}

/** Takes the hint after the `taken` that are shown; asked again, it is the same hint. Never throws. */
export function takeHint(address: string, sent: { version: string; taken: number }): Promise<HintReply | Refusal> {
  return ask<HintReply>(`${address}/hint`, sent, "hint");
}

async function ask<Reply extends { state: string }>(
  address: string,
  sent: unknown,
  wanted: Reply["state"],
): Promise<Reply | Refusal> {
  try {
    const reply = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(sent),
    });
    if (reply.status === 401) return { state: "signed out" };
    if (reply.status >= 500 || reply.status === 429) return { state: "again" };
    const said = (await reply.json()) as Reply;
    if (said.state === wanted) return said;
    return { state: said.state === "unanswered" ? "unanswered" : "stale" };
  } catch {
    return { state: "again" };
  }
}
