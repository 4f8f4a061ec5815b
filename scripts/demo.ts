import { randomInt } from "node:crypto";
import type { CompiledCourse, CompiledQuiz } from "@/content/compiled";
import * as records from "@/records";
import { kindOf } from "@/questions";
import { answerTo, chanceFrom, newRevisionId } from "./demo-answers";
import type { Asked, Chance } from "./demo-answers";
import { decideDemo, plannedFor, setWork, workIsDue } from "./demo-assignments";

/** A line that `npm start` prints: who, and with what they sign in. */
export interface SignIn {
  who: string;
  userName: string;
  password: string;
}

/** What is kept while the demo school is being made, so that a start that was killed in the middle can go on. */
export interface DemoPlan {
  signIns: SignIn[];
}

const system = records.systemViewer("npm start makes the demo school");
const className = "History 9b";

/**
 * The invented class. `skill`: how often a learner is right. `does`: what became of each assignment in its order; several
 * words are several attempts.
 */
const learners: { displayName: string; userName: string; skill: number; does: Deed[][] }[] = [
  { displayName: "Mila Novák", userName: "learner", skill: 0.7, does: [["done"], ["begun"], []] },
  { displayName: "Aoife Brennan", userName: "aoife", skill: 0.95, does: [["done"], ["done"], ["done"]] },
  { displayName: "Bogdan Ilić", userName: "bogdan", skill: 0.45, does: [["done", "done"], ["late"], []] },
  { displayName: "Chiara Conti", userName: "chiara", skill: 0.85, does: [["done"], ["done"], ["begun"]] },
  { displayName: "Dāvis Bērziņš", userName: "davis", skill: 0.75, does: [["done"], ["done"], ["done"]] },
  { displayName: "Elif Yıldız", userName: "elif", skill: 0.6, does: [["done", "begun"], ["done"], []] },
  { displayName: "Fatima Haddad", userName: "fatima", skill: 0.9, does: [["done"], ["done", "done"], ["done"]] },
  { displayName: "Gustav Lind", userName: "gustav", skill: 0.3, does: [["late"], [], []] },
  { displayName: "Ирина Ткаченко", userName: "irina", skill: 0.8, does: [["done"], ["begun"], []] },
  { displayName: "Jonas Weber", userName: "jonas", skill: 0, does: [["nothing"], [], []] },
  { displayName: "Kenji Mori", userName: "kenji", skill: 0.65, does: [["begun"], [], []] },
  { displayName: "Léa Fontaine", userName: "lea", skill: 0.5, does: [[], [], []] },
];
/** Handed in, in time or once it was due; begun and left; handed in with every answer wrong. */
type Deed = "done" | "late" | "begun" | "nothing";

/** Passwords for the three whom a visitor signs in as. */
export function planDemo(): DemoPlan {
  return {
    signIns: [
      { who: "administrator", userName: "admin", password: passphrase() },
      { who: "teacher", userName: "teacher", password: passphrase() },
      { who: "learner", userName: "learner", password: passphrase() },
    ],
  };
}

/**
 * Makes the demo school, or finishes it: whatever is there already stays. Everything goes through the verbs that the
 * pages use, so that nothing is there that could not have happened.
 *
 * @returns the code by which further learners join the class
 */
export async function makeDemo(
  plan: DemoPlan,
  course: CompiledCourse,
  host?: string,
): Promise<{ joinCode: string | null }> {
  const there = (await records.schools(system)).find((school) => school.demo);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { id: schoolId } = there ?? {
    id: (await records.makeSchool(system, { name: "Demo school", demo: true, timeZone, host })).schoolId,
  };
  const password = (userName: string) =>
    plan.signIns.find((line) => line.userName === userName)?.password ?? passphrase();
  const person = (userName: string, displayName: string, role: records.Role) =>
    records.makePerson(system, { schoolId, userName, displayName, role, password: password(userName) });

  await person("admin", "Ada Holm", "administrator");
  await person("teacher", "Tomas Alder", "teacher");
  const planned = plannedFor(course.quizzes);
  // Two cores, and each password takes a moment of one.
  await Promise.all(learners.map(({ userName, displayName }) => person(userName, displayName, "learner")));

  const ids = await everyone(schoolId, password("admin"));
  const visit = async <Result>(userName: string, work: (viewer: records.Viewer) => Promise<Result>) => {
    const viewer = await viewerOf(schoolId, ids, userName);
    try {
      return await work(viewer);
    } finally {
      await records.endAllSessions(viewer);
    }
  };
  const { classId, joinCode } = await visit("teacher", openClass);
  const set = await visit("teacher", (teacher) => setWork(teacher, classId, planned));
  const everyoneWorks = (when: (deed: Deed) => boolean) =>
    Promise.all(
      learners.map((learner, index) =>
        visit(learner.userName, async (viewer) => {
          if (joinCode) await records.joinClass(viewer, { code: joinCode });
          for (const [place, deeds] of learner.does.entries()) {
            const quiz = planned[place]?.quiz;
            if (!quiz || !deeds.some(when)) continue;
            await records.markLessonRead(viewer, { courseId: course.id, lessonId: quiz.lessonId });
            // An assignment every three days; each learner at an hour of their own.
            const back = (learner.does.length - place) * 3 * aDay - 60 * index - 17 * place;
            const assignmentId = set.get(quiz.id)!;
            await work(viewer, { quiz, assignmentId }, deeds, {
              skill: learner.skill,
              seed: 1000 * index + place,
              back,
            });
          }
        }),
      ),
    );
  await everyoneWorks((deed) => deed !== "late");
  await visit("teacher", (teacher) => workIsDue(teacher, classId, planned, set));
  await everyoneWorks((deed) => deed === "late");
  await visit("teacher", (teacher) =>
    decideDemo(
      teacher,
      classId,
      planned.map(({ quiz }) => set.get(quiz.id)),
      ids,
    ),
  );
  return { joinCode };

  async function openClass(teacher: records.Viewer) {
    const mine = (await records.myClasses(teacher)).find(({ name }) => name === className);
    if (mine) return { classId: mine.id, joinCode: mine.joinCode };
    const made = await records.createClass(teacher, { name: className, courseId: course.id });
    if (made.state === "refused") throw new Error(made.slips[0]?.message);
    return made;
  }
}

/** Every person's id by user name; the school's own list, as its administrator sees it. */
async function everyone(schoolId: string, adminPassword: string): Promise<Map<string, string>> {
  const known = await records.checkSignIn(system, {
    schoolId,
    userName: "admin",
    password: adminPassword,
    address: "127.0.0.1",
  });
  if (known.state !== "known") throw new Error("The demo's administrator cannot sign in.");
  const admin = await viewerOf(schoolId, new Map([["admin", known.personId]]), "admin");
  try {
    const { people } = await records.people(admin);
    return new Map(people.map((each) => [each.userName, each.id]));
  } finally {
    await records.endAllSessions(admin);
  }
}

async function viewerOf(schoolId: string, ids: Map<string, string>, userName: string): Promise<records.Viewer> {
  const key = await records.beginSession(system, {
    schoolId,
    personId: ids.get(userName) ?? "",
    userAgent: "npm start",
  });
  const viewer = await records.viewerOfSession(system, key);
  if (!viewer) throw new Error(`No session for ${userName}.`);
  return viewer;
}

/** What a learner did at an assignment; goes on where it was left. `back`: how many minutes ago the first attempt was. */
async function work(
  viewer: records.Viewer,
  { quiz, assignmentId }: { quiz: CompiledQuiz; assignmentId: string },
  deeds: Deed[],
  { skill, seed, back }: { skill: number; seed: number; back: number },
) {
  const { attempts, running } = await records.assignmentDoor(viewer, { assignmentId });
  const finished = attempts.length;
  for (const [index, deed] of deeds.entries()) {
    if (index < finished) continue;
    const chance = chanceFrom(seed * 10 + index);
    const begun = await records.beginAssignment(viewer, { assignmentId });
    if (begun.state !== "begun") throw new Error(JSON.stringify(begun));
    const { attemptId } = begun;
    const answered = deed === "begun" ? Math.ceil(quiz.items.length / 2) : quiz.items.length;
    for (const [place, item] of quiz.items.slice(0, answered).entries()) {
      const position = place + 1;
      const { attempt, question } = await records.attemptQuestion(viewer, { attemptId, position });
      const asked = drawn(item, question);
      // Second tries go better.
      const right = deed !== "nothing" && chance() < skill + index * 0.25;
      const fields = answerTo(asked, deed === "nothing" ? "wrong" : right ? "right" : "slip", chance);
      const flagged = deed === "begun" && place === 1;
      if (deed !== "nothing" && place === answered - 2 && skill < 0.6) continue;
      await records.saveResponse(viewer, {
        attemptId,
        position,
        version: question.version,
        revisionId: newRevisionId(),
        flagged,
        ...(fields && { fields }),
        ...(attempt.rules.certainty && { certainty: sureness(skill, chance) }),
      });
    }
    if (deed !== "begun") await records.submitAttempt(viewer, { attemptId });
    // Not all in the minute of the first start; an attempt that is begun was begun later than the others.
    // One that was there before has been moved already.
    const minutes = deed === "begun" ? Math.round(back / 4) : Math.max(10, back - index * aDay);
    // What is late is handed in just now.
    if (attemptId !== running?.attemptId && deed !== "late")
      await records.ageDemoAttempt(system, { attemptId, minutes });
  }
}

const aDay = 24 * 60;

/** The variant that an attempt has drawn: the one that reads as the question does and can be answered there. */
function drawn(item: CompiledQuiz["items"][number], question: { kind: string; prompt: string; body: unknown }): Asked {
  const parallel = item.variants.filter(({ prompt }) => prompt === question.prompt);
  const fits = parallel.find(({ kind = item.kind, body, key }) => {
    const { read, solve } = kindOf(kind);
    return read(solve(key.answer, body), question.body).state === "read";
  });
  return { kind: item.kind, ...(fits ?? parallel[0] ?? item.variants[0]!) };
}

/** The able are surer, and not always. */
function sureness(skill: number, chance: Chance): records.Certainty {
  const sure = skill * 0.7 + chance() * 0.5;
  return sure > 0.8 ? "high" : sure > 0.5 ? "middle" : "low";
}

const words =
  "amber anchor basil birch candle cedar clover comet copper coral daisy delta ember falcon fern garnet ginger harbor hazel heron indigo ivory jasper juniper kettle lantern laurel lemon lilac linen maple marble meadow mint nectar nutmeg olive onyx opal orchid otter pebble pepper pine plum poplar quartz raven reed river rowan saffron sage sparrow spruce tulip valley velvet walnut willow winter wren yarrow zephyr".split(
    " ",
  );

/** Easy to type on a phone, and enough behind a throttle: three of sixty words and two digits. */
function passphrase(): string {
  const word = () => words[randomInt(words.length)];
  return `${word()}-${word()}-${word()}-${randomInt(10, 100)}`;
}
