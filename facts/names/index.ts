/** People's names: one spelling for many, and whom a text names. Pure and free of libraries. */
export { foldName, nameWords, spellingKey, transliterate } from "./fold";
export { indexPeople, type NamedPerson } from "./people";
export { recognisePerson, type How, type Recognition } from "./recognise";
export { readNames, type ReadName } from "./several";
export { slipsBetween, slipsForgiven } from "./slips";
export {
  aliasKey,
  compareDistance,
  distanceFrom,
  foldPerson,
  foldThing,
  nameKey,
  shareForm,
  typedName,
  type FoldedName,
  type NameDistance,
  type NameOf,
  type TypedName,
} from "./folded";
