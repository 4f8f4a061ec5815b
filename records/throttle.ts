import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";

import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

import { databasePool } from "./database";

/**
 * Counters of sign-ins, in the database, so that several servers count together. Limits, apart:
 * - an account: eight tries in ten minutes, then two minutes' wait. A person who mistypes is soon back; who guesses
 *   gets four a minute.
 * - an address: a whole school may come by one, thirty pupils mistyping three times included; three hundred tries in
 *   ten minutes, then two minutes.
 * - codes to join by that are none, and new accounts, by address too, as generously: who guesses a code of a school
 *   with a hundred classes is at it for years, and who floods a class has forty thousand names a day, not millions.
 */
const limits = {
  account: { points: 8, duration: 600, blockDuration: 120 },
  address: { points: 300, duration: 600, blockDuration: 120 },
  code: { points: 300, duration: 600, blockDuration: 120 },
  newcomer: { points: 300, duration: 600, blockDuration: 120 },
} as const;

interface Tries {
  schoolId: string;
  /** Folded. */
  userName: string;
  /** The visitor's IP address; empty when unknown, and then not counted. */
  address: string;
}

/** Counts a try; answers 0 when it may go on, else the seconds to wait. */
export async function countSignIn(tries: Tries): Promise<number> {
  const waits = await Promise.all([
    wait("account", accountKey(tries)),
    tries.address ? wait("address", addressKey(tries)) : 0,
  ]);
  return Math.max(...waits);
}

/** A try was right: the account starts afresh, and the address gets its try back. */
export async function forgetSignIns(tries: Tries): Promise<void> {
  await Promise.all([
    limiter("account").delete(accountKey(tries)),
    tries.address && limiter("address").reward(addressKey(tries)),
  ]);
}

/** Where a code was typed: an address, or someone who is signed in. Empty when unknown, and then not counted. */
interface Comer {
  schoolId: string;
  from: string;
}

/** Counts a code that is typed; answers 0 when it may be looked up, else the seconds to wait. */
export async function countCode(comer: Comer): Promise<number> {
  return comer.from ? wait("code", comerKey(comer)) : 0;
}

/** It was a code: only those that are none count. */
export async function forgetCode(comer: Comer): Promise<void> {
  if (comer.from) await limiter("code").reward(comerKey(comer));
}

/** Counts an account that is being made; answers 0 when it may be, else the seconds to wait. */
export async function countNewcomer(comer: Comer): Promise<number> {
  return comer.from ? wait("newcomer", comerKey(comer)) : 0;
}

async function wait(name: keyof typeof limits, key: string): Promise<number> {
  try {
    await limiter(name).consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

type Limiters = Record<keyof typeof limits, RateLimiterPostgres>;
const made = new WeakMap<Pool, Limiters>();

function limiter(name: keyof typeof limits): RateLimiterPostgres {
  const pool = databasePool();
  let limiters = made.get(pool);
  if (!limiters) {
    limiters = {
      account: limiterOn(pool, "account"),
      address: limiterOn(pool, "address"),
      code: limiterOn(pool, "code"),
      newcomer: limiterOn(pool, "newcomer"),
    };
    made.set(pool, limiters);
  }
  return limiters[name];
}

function limiterOn(pool: Pool, name: keyof typeof limits): RateLimiterPostgres {
  return new RateLimiterPostgres({
    // Unnamed statements: named ones fail behind a transaction pooler.
    storeClient: { query: ({ text, values }: { text: string; values: unknown[] }) => pool.query(text, values) },
    storeType: "client",
    tableName: "Throttle",
    tableCreated: true,
    // One of them sweeps the table, every five minutes.
    clearExpiredByTimeout: name === "account",
    keyPrefix: name,
    ...limits[name],
  });
}

// Keys are hashes: who tried to sign in is nobody's business who reads the table.
function accountKey({ schoolId, userName }: Tries): string {
  return digest(`${schoolId} ${userName}`);
}

function addressKey({ schoolId, address }: Tries): string {
  return comerKey({ schoolId, from: address });
}

/** IPv6 hands every household 2^64 addresses: they count as one. */
function comerKey({ schoolId, from }: Comer): string {
  return digest(`${schoolId} ${isIPv6(from) ? network(from) : from}`);
}

/** The first 64 bits of an IPv6 address; an IPv4 address in IPv6's clothes stays whole. */
function network(address: string): string {
  if (address.includes(".")) return address;
  const [left = "", right] = address.split("%")[0]!.toLowerCase().split("::");
  const head = left.split(":").filter(Boolean);
  const tail = (right ?? "").split(":").filter(Boolean);
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(zeros).fill("0"), ...tail].slice(0, 4).join(":");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
