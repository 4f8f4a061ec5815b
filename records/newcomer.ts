import { displayName, folded, userName } from "./names";
import { passwordFault } from "./passwords";
import type { Refused, Slip } from "./slip";

/** What a person types to get an account. */
export interface Newcomer {
  displayName: string;
  userName: string;
  password: string;
}

export type NewcomerField = keyof Newcomer;

/** A checked newcomer, ready to be written but for the password's hash. */
export interface NewPerson {
  displayName: string;
  userName: string;
  userNameFolded: string;
  password: string;
}

/** Checks every field and names every slip at once. Hashing, which costs, is left to who writes the person. */
export async function newPerson(
  typed: Newcomer,
): Promise<{ state: "checked"; person: NewPerson } | Refused<NewcomerField>> {
  const slips: Slip<NewcomerField>[] = [];
  const display = displayName(typed.displayName);
  const user = userName(typed.userName);
  if (!display.ok) slips.push({ field: "displayName", message: display.message });
  if (!user.ok) slips.push({ field: "userName", message: user.message });
  const fault = await passwordFault(typed.password, [typed.displayName, typed.userName]);
  if (fault) slips.push({ field: "password", message: fault });
  if (!display.ok || !user.ok || fault) return { state: "refused", slips };
  const { password } = typed;
  return {
    state: "checked",
    person: { displayName: display.value, userName: user.value, userNameFolded: folded(user.value), password },
  };
}

export const userNameTaken = "Somebody has this user name already: add a number or another word.";
