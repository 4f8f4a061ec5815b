import { displayName, folded, userName } from "./names";
import { hashPassword, passwordFault } from "./passwords";
import type { Refused, Slip } from "./slip";

/** What a person types to get an account. */
export interface Newcomer {
  displayName: string;
  userName: string;
  password: string;
}

export type NewcomerField = keyof Newcomer;

/** A checked newcomer, ready to be written. */
export interface NewPerson {
  displayName: string;
  userName: string;
  userNameFolded: string;
  passwordHash: string;
}

/** Checks every field and names every slip at once; hashes the password when there is none. */
export async function newPerson(typed: Newcomer): Promise<{ state: "checked"; person: NewPerson } | Refused<NewcomerField>> {
  const slips: Slip<NewcomerField>[] = [];
  const display = displayName(typed.displayName);
  const user = userName(typed.userName);
  if (!display.ok) slips.push({ field: "displayName", message: display.message });
  if (!user.ok) slips.push({ field: "userName", message: user.message });
  const fault = await passwordFault(typed.password, [typed.displayName, typed.userName]);
  if (fault) slips.push({ field: "password", message: fault });
  if (!display.ok || !user.ok || fault) return { state: "refused", slips };
  return {
    state: "checked",
    person: {
      displayName: display.value,
      userName: user.value,
      userNameFolded: folded(user.value),
      passwordHash: await hashPassword(typed.password),
    },
  };
}

export const userNameTaken = "Somebody has this user name already: add a number or another word.";
