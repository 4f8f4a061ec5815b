import { foldName } from "@/facts/names";

/** True when a prompt says one of these answers, as whole words, in whatever case, accents or punctuation. */
export function givesAway(prompt: string, answers: readonly string[]): boolean {
  const said = ` ${foldName(prompt)} `;
  return answers.map(foldName).some((answer) => answer !== "" && said.includes(` ${answer} `));
}
