/** Wrong answers of the same type and period as the right one, proved wrong from the fact base. Pure; chance is handed in. */
export { instrumentOf, otherAgreements, otherInstruments } from "./agreements";
export { otherDates, type DatePart } from "./dates";
export type { Distractor, Wanted } from "./distractor";
export { otherPeople, withArticle } from "./people";
export { otherPlaces, townOf } from "./places";
export { holdsName, mentions, sameName, type Named } from "./same";
export { otherParties, otherStates } from "./states";
export { otherTerritories } from "./territories";
export { mixed } from "./choose";
export { apart, datesOf } from "./when";
