import { randomBytes } from "node:crypto";

import {
  beginSession,
  createClass,
  joinClass,
  makePerson,
  makeSchool,
  systemViewer,
  viewerOfSession,
  type Role,
  type Viewer,
} from "@/records";

const system = systemViewer("a test sets its scene");

/** A word that no other test has. */
export const unique = () => randomBytes(5).toString("hex");

/** An empty school of its own. */
export async function aSchool({ name = `School ${unique()}`, demo = false, timeZone = "Europe/Riga" } = {}) {
  const { schoolId } = await makeSchool(system, { name, host: `${unique()}.example`, demo, timeZone });
  return { schoolId };
}

export interface SomePerson {
  schoolId: string;
  personId: string;
  userName: string;
  password: string;
  /** Signed in, as of now: a viewer does not notice a later change of role. */
  viewer: Viewer;
}

interface PersonWanted {
  schoolId: string;
  displayName?: string;
  userName?: string;
}

export const aLearner = (wanted: PersonWanted) => aPerson("learner", wanted);
export const aTeacher = (wanted: PersonWanted) => aPerson("teacher", wanted);
export const anAdministrator = (wanted: PersonWanted) => aPerson("administrator", wanted);

async function aPerson(role: Role, { schoolId, displayName = "Ilze Kalniņa", userName }: PersonWanted) {
  const person = { displayName, userName: userName ?? `${role}-${unique()}`, password: `quiet river ${unique()}` };
  const made = await makePerson(system, { ...person, schoolId, role });
  if (made.state !== "made") throw new Error(JSON.stringify(made.slips));
  const viewer = await viewerSignedIn({ schoolId, personId: made.personId });
  return { schoolId, personId: made.personId, userName: person.userName, password: person.password, viewer };
}

/** A person on one more device. The one way to a viewer leads through a session, in tests too. */
export async function viewerSignedIn(person: { schoolId: string; personId: string }): Promise<Viewer> {
  const { schoolId, personId } = person;
  const key = await beginSession(system, { schoolId, personId, userAgent: "a test" });
  const viewer = await viewerOfSession(system, key);
  if (!viewer) throw new Error("A session that has just begun is not there.");
  return viewer;
}

/** A class of that teacher, with these learners in it. */
export async function aClass({
  teacher,
  learners = [],
  name = `10B ${unique()}`,
  courseId,
}: {
  teacher: SomePerson;
  learners?: readonly SomePerson[];
  name?: string;
  courseId?: string;
}) {
  const made = await createClass(teacher.viewer, courseId === undefined ? { name } : { name, courseId });
  if (made.state !== "made") throw new Error(JSON.stringify(made.slips));
  for (const learner of learners) {
    const joined = await joinClass(learner.viewer, { code: made.joinCode });
    if (joined.state !== "joined") throw new Error(JSON.stringify(joined.slips));
  }
  return { classId: made.classId, joinCode: made.joinCode, name };
}
