import "server-only";

import { headers } from "next/headers";
import { qrCode, signInSlips } from "@/interchange/sign-in-slips";
import type { SlipFor } from "@/records";
import { isLoopback } from "../../../../loopback";
import { originOf } from "../../../../origin";
import type { Slips } from "./add/state";

/** Sign-in slips as they are drawn: the address and its picture once. Null when there is nobody to hand one to. */
export async function slipsOf(accounts: readonly SlipFor[]): Promise<Slips | null> {
  const url = `${originOf(await headers())}/sign-in`;
  const slips = signInSlips(
    accounts.map(({ displayName, ...account }) => ({ name: displayName, ...account })),
    { address: url },
  );
  const [first] = slips;
  if (!first) return null;
  const people = slips.map(({ name, userName, group }, index) => ({
    name,
    userName,
    group,
    password: accounts[index]!.oneTimePassword,
  }));
  return { address: first.address, onlyHere: isLoopback(url), qr: qrCode(url), people };
}
