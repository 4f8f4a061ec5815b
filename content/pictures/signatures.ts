import { confidenceOf, type Agreement, type FactBase } from "@/facts/base";
import { bounds, parseEdtf } from "@/facts/dates";
import type { SignatureMatrix } from "../compiled";
import { quotedDate } from "../quoted-date";

/**
 * Who signed what. Agreements by date; people under the state for which they signed, the state with most agreements
 * first, and in each by their first signature. Somebody who signed for two stands twice.
 */
export function signatureMatrix(agreements: readonly Agreement[], base: FactBase): SignatureMatrix {
  const inOrder = [...agreements].sort((a, b) => startOf(a.date) - startOf(b.date));
  const byState = new Map<string, Set<string>>();
  for (const { signatories } of inOrder)
    for (const { person, for: state } of signatories) byState.set(state, (byState.get(state) ?? new Set()).add(person));
  const agreementsOf = (state: string) =>
    inOrder.filter(({ signatories }) => signatories.some((each) => each.for === state)).length;
  const states = [...byState]
    // The sort is stable: of two with as many agreements the one that signed first stays first.
    .sort(([a], [b]) => agreementsOf(b) - agreementsOf(a))
    .map(([state, people]) => ({
      id: state,
      name: base.states.get(state)?.name ?? state,
      people: [...people].map((id) => {
        const person = base.people.get(id);
        return { id, name: person?.name ?? id, surname: person?.sortName ?? id };
      }),
    }));
  const columns = states.flatMap((state) => state.people.map((person) => ({ state: state.id, person: person.id })));
  return {
    states,
    rows: inOrder.map((agreement) => {
      const date = quotedDate(agreement, "full");
      return {
        factId: agreement.id,
        name: agreement.name,
        dateText: "text" in date ? date.text : agreement.date,
        unsure:
          confidenceOf(agreement, "signatories") === "L" || (agreement.notRechecked ?? []).includes("signatories"),
        ...(agreement.disputed === undefined ? {} : { note: agreement.disputed }),
        cells: columns.map(
          ({ state, person }) =>
            agreement.signatories.find((each) => each.person === person && each.for === state)?.as ?? null,
        ),
      };
    }),
  };
}

function startOf(date: string): number {
  const parsed = parseEdtf(date);
  return parsed === null ? 0 : bounds(parsed).earliest;
}
