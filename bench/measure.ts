/** CPU time of this process in milliseconds, user and system. What other programs do meanwhile hardly counts. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * CPU milliseconds of one call, the least of several rounds: noise only ever adds. A round repeats the call until it
 * has taken `least` milliseconds, so that the clock's grain does not matter.
 */
export function leastTime(call: () => void, { rounds = 7, least = 60 } = {}): number {
  let best = Infinity;
  let times = 1;
  for (let round = 0; round < rounds;) {
    const before = cpuTime();
    for (let n = 0; n < times; n++) call();
    const took = cpuTime() - before;
    if (took < least && times < 1e7) {
      times = Math.ceil(times * Math.max(2, (1.2 * least) / Math.max(took, 0.5)));
      continue;
    }
    best = Math.min(best, took / times);
    round += 1;
  }
  return best;
}

/** 1234567.8 as '1,234,568'; 3.14159 as '3.14'. */
export function figure(n: number): string {
  return n >= 100 ? Math.round(n).toLocaleString("en") : String(Number(n.toPrecision(3)));
}
