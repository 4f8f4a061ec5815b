import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { client, oidcProvider, type OidcProvider } from "@/test/oidc-provider";
import { peopleOf, type People, type TestPerson } from "@/test/people";
import { removeFolder, startSchool, type School } from "@/test/school";
import { Visitor } from "@/test/visitor";

let provider: OidcProvider;
let school: School;
let people: People;
let learner: TestPerson;

const environment = () => ({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  OIDC_NAME: "Riga ID",
});

beforeAll(async () => {
  provider = await oidcProvider();
  school = await startSchool({ env: environment() });
  people = await peopleOf(await school.databaseUrl());
});
beforeEach(async () => {
  learner = await people.person({ role: "learner" });
  provider.person = { sub: randomUUID() };
});
afterAll(async () => {
  people?.close();
  await school?.stop();
  provider?.close();
  if (school) removeFolder(school.dataDir);
});

/** Presses the button: to the provider and back. Answers the address at which it ends. */
async function byProvider(visitor: Visitor, callbackUrl = "/home"): Promise<string> {
  const { csrfToken } = (await (await visitor.fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const off = await visitor.fetch("/api/auth/signin/oidc", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl }),
  });
  const away = await fetch(off.headers.get("location")!, { redirect: "manual" });
  const back = new URL(away.headers.get("location")!);
  expect(back.origin).toBe(school.url);
  const ended = await visitor.fetch(back.pathname + back.search);
  return ended.headers.get("location")!.replace(school.url, "");
}

const whoIs = async (visitor: Visitor) =>
  ((await (await visitor.fetch("/api/me")).json()) as { displayName: string } | null)?.displayName ?? null;

describe("signing in by the school's provider", () => {
  test("is offered on the sign-in page by its name", async () => {
    const visitor = new Visitor(school.url);
    await visitor.fetch("/api/auth/signin?callbackUrl=/home");
    expect(await (await visitor.fetch("/sign-in?ready=1")).text()).toContain("Riga ID");
  });

  test("does not let in an account that nobody here has, and says what to do", async () => {
    const visitor = new Visitor(school.url);
    const end = await byProvider(visitor);
    expect(end).toBe("/sign-in?ready=1&error=NotLinked");
    expect(await (await visitor.fetch(end)).text()).toContain("Nobody here has that account yet.");
    expect(await whoIs(visitor)).toBeNull();
  });

  test("lets in whom the account was linked to from their own page", async () => {
    const visitor = new Visitor(school.url);
    await visitor.signIn(learner);
    expect(await byProvider(visitor, "/account?linked=oidc")).toBe("/account?linked=oidc");
    const elsewhere = new Visitor(school.url);
    expect(await byProvider(elsewhere, "/quizzes/munich")).toBe("/quizzes/munich");
    expect(await whoIs(elsewhere)).toBe(learner.displayName);
  });

  test("does not link an account to whoever happens to be signed in on a shared device", async () => {
    const visitor = new Visitor(school.url);
    await visitor.signIn(learner);
    expect(await byProvider(visitor)).toContain("error=NotLinked");
    expect(await byProvider(new Visitor(school.url))).toContain("error=NotLinked");
  });

  test("does not link an account that is somebody else's", async () => {
    const [one, other] = [new Visitor(school.url), new Visitor(school.url)];
    await one.signIn(learner);
    await byProvider(one, "/account?linked=oidc");
    await other.signIn(await people.person({ role: "teacher", displayName: "Mara Ozola" }));
    expect(await byProvider(other, "/account?linked=oidc")).toBe("/sign-in?ready=1&error=LinkedElsewhere");
    expect(await whoIs(other)).toBe("Mara Ozola");
  });

  test("makes a learner at the first visit where the operator has said so", async () => {
    await school.stop();
    const { dataDir, port } = school;
    school = await startSchool({ dataDir, port, env: { ...environment(), OIDC_SIGN_UP: "1" } });
    provider.person = { sub: randomUUID(), name: "Zoë Āboliņa", preferred_username: "zoe@school.example" };
    const visitor = new Visitor(school.url);
    expect(await byProvider(visitor)).toBe("/home");
    expect(await whoIs(visitor)).toBe("Zoë Āboliņa");
    const again = new Visitor(school.url);
    await byProvider(again);
    expect(await whoIs(again)).toBe("Zoë Āboliņa");
  });
});
