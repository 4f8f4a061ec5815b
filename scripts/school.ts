/**
 * What happens in the database when a school opens or is looked after, said in the verbs of `records`. Run by
 * launch.mjs and command.mjs, which bring the database; what they must keep or print goes back to them as messages.
 */
import { loadCourse, loadCourses } from "@/content/course";
import { closeDatabase } from "@/records/database";
import * as records from "@/records";
import { makeDemo, planDemo } from "./demo";
import type { DemoPlan, SignIn } from "./demo";

/** What to do: the first message that arrives. */
type Order =
  | { task: "open"; demo: boolean; unfinished: DemoPlan | null }
  | { task: "make demo"; host?: string; unfinished: DemoPlan | null }
  | { task: "remove demo" }
  | { task: "administrator"; userName: string; host?: string };

type Told =
  | { say: string }
  /** To be kept before anything of the demo is made; answered with any message. */
  | { keep: DemoPlan }
  /** The demo stands; its sign-ins, for every start to print. */
  | { demo: { signIns: SignIn[]; joinCode: string | null } }
  | { refused: string }
  | { done: { administrator?: records.FirstSignIn | null; demo?: boolean; removed?: boolean } };

class Refused extends Error {}

const system = records.systemViewer("npm start");
const tell = (message: Told) =>
  new Promise<void>((sent) => process.send?.(message, undefined, undefined, () => sent()));
const hear = () => new Promise<unknown>((heard) => process.once("message", heard));

// Without who sent us, nobody keeps what we make.
process.on("disconnect", () => process.exit(1));

try {
  await carryOut((await hear()) as Order);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  await tell({ refused: error.message });
} finally {
  await closeDatabase();
}
process.exit();

async function carryOut(order: Order): Promise<void> {
  switch (order.task) {
    case "open":
      return open(order);
    case "make demo": {
      const others = (await records.schools(system)).filter((school) => !school.demo);
      if (others.some((school) => school.host === null) || (others.length > 0 && !order.host)) {
        throw new Refused(
          "There is a school already. A demo school can stand beside it only when each has a host name of its own: set that of the school first, then npm run demo:make -- --host=demo.example.org.",
        );
      }
      await publishAll();
      await demo(order.unfinished, order.host);
      return tell({ done: { demo: true } });
    }
    case "remove demo": {
      const removed = await records.removeDemoSchool(system);
      return tell({ done: { removed: removed !== null, administrator: removed?.administrator ?? null } });
    }
    case "administrator":
      return tell({ done: { administrator: await administrator(order) } });
  }
}

async function open({ demo: wanted, unfinished }: Extract<Order, { task: "open" }>): Promise<void> {
  await publishAll();
  const there = await records.schools(system);
  let first: records.FirstSignIn | null = null;
  if (unfinished || (there.length === 0 && wanted)) {
    await demo(unfinished);
  } else {
    const [only] = there.length > 0 ? there : [{ id: (await newSchool()).schoolId }];
    // A start may have been killed between the school and its administrator.
    if (there.length <= 1 && only) first = await records.firstAdministrator(system, { schoolId: only.id });
  }
  await tell({ done: { administrator: first, demo: (await records.schools(system)).some((school) => school.demo) } });
}

function newSchool() {
  return records.makeSchool(system, {
    name: "Our school",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

async function publishAll(): Promise<void> {
  for (const course of loadCourses()) {
    const { changed } = await records.publish(system, course);
    if (changed) await tell({ say: `Published ${course.title}.` });
  }
}

async function demo(unfinished: DemoPlan | null, host?: string): Promise<void> {
  await tell({ say: "Making the demo school: invented people, a class, and what they answered …" });
  const plan = unfinished ?? planDemo();
  if (!unfinished) {
    await tell({ keep: plan });
    await hear();
  }
  const { joinCode } = await makeDemo(plan, loadCourse(), host);
  await tell({ demo: { signIns: plan.signIns, joinCode } });
}

async function administrator({
  userName,
  host,
}: Extract<Order, { task: "administrator" }>): Promise<records.FirstSignIn> {
  const all = await records.schools(system);
  if (all.length === 0) throw new Refused("There is no school yet: npm start makes it, with its first administrator.");
  const school = all.length === 1 ? all[0] : all.find((each) => each.host === host);
  if (!school) {
    throw new Refused(
      "There are several schools here: say which, as in npm run administrator -- admin --host=school.example.org.",
    );
  }
  try {
    return await records.resetAdministratorPassword(system, { userName, schoolId: school.id });
  } catch (error) {
    if (!records.isNotFound(error)) throw error;
    throw new Refused(`${school.name} has no administrator called '${userName}'.`);
  }
}
