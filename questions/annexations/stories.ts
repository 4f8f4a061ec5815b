import type { FactBase, Transfer } from "@/facts/base";
import { edtf, formatDate } from "@/facts/dates";

/** 'Bessarabia was annexed by the Soviet Union, from Romania, on 2 August 1940.' A sentence a transfer, by date. */
export function story(name: string, id: string, transfers: readonly Transfer[], facts: FactBase): string {
  const own = transfers.filter((each) => each.territory === id).sort((a, b) => (a.date < b.date ? -1 : 1));
  const land = theName(name);
  // 'Bohemia and Moravia were', 'the Kuril Islands were'; 'Western and central Poland was'.
  const many = / and \p{Lu}|\b(Islands|peninsulas|Lands)\b/u.test(name);
  const was = many ? "were" : "was";
  if (own.length === 0) return `${capital(land)} changed hands in none of the acts that this course teaches.`;
  const sentences = own.map((transfer, index) => {
    const to = theName(facts.states.get(transfer.to)?.name ?? transfer.to);
    const from = theName(facts.states.get(transfer.from)?.name ?? transfer.from);
    const act = facts.facts.get(transfer.instrument);
    // A state that was annexed whole was not taken 'from' itself.
    const left = from === land || from === to ? "" : `, from ${from},`;
    const what: Record<string, string> = {
      ceded: from === land ? `${was} ceded to ${to}` : `${was} ceded by ${from} to ${to}`,
      annexed: `${was} annexed by ${to}${left}`,
      occupied: `${was} occupied by ${to}${left}`,
      awarded: `${was} awarded to ${to}${left}`,
      leased: from === land ? `${was} leased to ${to}` : `${was} leased by ${from} to ${to}`,
    };
    const how = what[transfer.how] ?? `passed from ${from} to ${to}`;
    const when = formatDate(edtf(transfer.date));
    const whose = index === 0 ? capital(land) : many ? "They" : "It";
    return `${whose} ${how} ${/^\d+ \S+ \d+$/.test(when) ? "on" : "in"} ${when}${act ? ` (${act.name})` : ""}.`;
  });
  return sentences.join(" ");
}

/** With its article where English wants one: 'the Soviet Union', 'Poland', 'the Memel Territory'. */
function theName(name: string): string {
  return /\b(Union|Kingdom|States|State|Republic|City|Territory|Islands|region|strip|peninsulas|lands|Netherlands|Sudetenland)\b/.test(
    name,
  ) &&
    !/^the /i.test(name) &&
    !/ lands /.test(name)
    ? `the ${name}`
    : name;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
