import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import type { Viewer } from "@/records";
import { closeDatabase, database } from "@/records/database";
import { regrade } from "@/records/regrade";
import { aLearner, aPublishedQuiz, aSchool, SECRET, type SomeQuiz } from "@/test/factories";

// Who is asking is auth's affair and tested there; here it is whoever the test says.
let viewer: Viewer | null = null;
vi.mock("@/auth/current", () => ({ currentViewer: () => Promise.resolve(viewer) }));

const routes = {
  start: (await import("./attempts/route")).POST,
  save: (await import("./attempts/[attempt]/responses/[position]/route")).POST,
  try: (await import("./attempts/[attempt]/responses/[position]/try/route")).POST,
  hint: (await import("./attempts/[attempt]/responses/[position]/hint/route")).POST,
  submit: (await import("./attempts/[attempt]/submit/route")).POST,
  export: (await import("./attempts/[attempt]/export/route")).GET,
};

let quiz: SomeQuiz;
let schoolId: string;
beforeAll(async () => {
  ({ schoolId } = await aSchool());
  quiz = await aPublishedQuiz({ rules: { tries: 3, penalty: 0.25, certainty: true }, help: true, variants: 2 });
});
afterAll(closeDatabase);

type Sent = { json: unknown } | { form: Record<string, string | string[]> } | null;

async function ask(route: keyof typeof routes, params: Record<string, string>, sent: Sent) {
  const headers = new Headers({ host: "school.example", origin: "http://school.example" });
  let body: string | null = null;
  if (sent && "json" in sent) {
    headers.set("content-type", "application/json");
    body = JSON.stringify(sent.json);
  } else if (sent) {
    headers.set("content-type", "application/x-www-form-urlencoded");
    const pairs = Object.entries(sent.form).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    );
    body = new URLSearchParams(pairs).toString();
  }
  const request = new Request("http://school.example/api", { method: sent ? "POST" : "GET", headers, body });
  const response = await routes[route](request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    to: response.headers.get("location"),
    headers: response.headers,
    text,
    json: (text.startsWith("{") ? JSON.parse(text) : null) as Record<string, unknown> | null,
  };
}

/** An attempt of a new learner, who is asking from now on, at question 1. */
async function begun() {
  ({ viewer } = await aLearner({ schoolId }));
  const { json } = await ask("start", {}, { json: { quizId: quiz.quizId } });
  const attempt = json!.attemptId as string;
  const [response] = await database().response.findMany({ where: { attemptId: attempt, position: 1 } });
  const version = response!.itemVersionId;
  const at = (position: number | string = 1) => ({ attempt, position: String(position) });
  return { attempt, version, at, here: `/attempts/${attempt}/1` };
}

const prefixed = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, values]) => [`q1.${name}`, [...values]]));
const everything = async (attemptId: string) =>
  JSON.stringify([
    await database().response.findMany({ where: { attemptId }, orderBy: { position: "asc" } }),
    await database().revision.count({ where: { attemptId } }),
    await database().try.count({ where: { attemptId } }),
  ]);

describe("with script", () => {
  test("an answer is saved, checked, helped, checked again and closed", async () => {
    const { version, at, attempt } = await begun();
    const page = randomUUID();
    const change = (turn: number, fields: unknown) => ({
      json: { revisionId: randomUUID(), version, page, turn, fields, certainty: "middle", flagged: false },
    });
    expect(await ask("save", at(), change(1, quiz.wrong[0]))).toMatchObject({ status: 200, json: { state: "saved" } });
    expect(await ask("try", at(), { json: { version } })).toMatchObject({
      status: 200,
      json: { state: "tried", number: 1, right: false, triesLeft: 2 },
    });
    expect(await ask("hint", at(), { json: { version, taken: 0 } })).toMatchObject({
      status: 200,
      json: { state: "hint", number: 1, cost: 0.1, left: 1 },
    });
    const sentAlong = { version, revisionId: randomUUID(), fields: quiz.right[0] };
    expect(await ask("try", at(), { json: sentAlong })).toMatchObject({
      status: 200,
      json: { state: "tried", number: 2, right: true, triesLeft: 0 },
    });
    const before = await everything(attempt);
    expect(await ask("save", at(), change(2, quiz.wrong[0]))).toMatchObject({ status: 409, json: { state: "done" } });
    expect(await ask("hint", at(), { json: { version, taken: 1 } })).toMatchObject({
      status: 409,
      json: { state: "done" },
    });
    expect(await everything(attempt)).toBe(before);
    await ask("submit", { attempt }, { json: {} });
    expect(await ask("save", at(), change(3, quiz.wrong[0]))).toMatchObject({ status: 409, json: { state: "closed" } });
    expect(await ask("try", at(), { json: { version } })).toMatchObject({ status: 409, json: { state: "closed" } });
  });

  test.each<[string, Record<string, unknown>, number, string]>([
    ["for another variant", { version: randomUUID() }, 422, "elsewhere"],
    ["for a version that is no text", { version: 7 }, 422, "elsewhere"],
    ["with a certainty that is none", { certainty: "very" }, 400, "malformed"],
    ["with a page that is no text", { page: 7, turn: 1 }, 400, "malformed"],
    ["with a turn that is a text", { page: randomUUID(), turn: "1" }, 400, "malformed"],
    ["with a revision that is no id", { revisionId: "x" }, 400, "malformed"],
    ["with fields that are none", { fields: [1] }, 400, "malformed"],
    ["with a flag that is neither up nor down", { flagged: "yes" }, 400, "malformed"],
    ["with a field that no form of ours has", { fields: JSON.parse('{"__proto__":["1"]}') }, 400, "malformed"],
  ])("an answer %s is refused and changes nothing", async (_, slip, status, state) => {
    const { version, at, attempt } = await begun();
    const before = await everything(attempt);
    const json = { revisionId: randomUUID(), version, fields: quiz.right[0], flagged: true, ...slip };
    for (const route of ["save", "try", "hint"] as const)
      expect(await ask(route, at(), { json }), route).toMatchObject({ status, json: { state } });
    expect(await everything(attempt)).toBe(before);
  });

  test.each([[null], [[]], [[{}]], ["x"], [7], [false]])(
    "JSON that is %j is refused, and uses no try and no hint",
    async (json) => {
      const { at, attempt } = await begun();
      await ask("save", at(), { json: { revisionId: randomUUID(), fields: quiz.wrong[0] } });
      const before = await everything(attempt);
      for (const route of ["save", "try", "hint"] as const)
        expect((await ask(route, at(), { json })).status, route).toBe(400);
      expect(await everything(attempt)).toBe(before);
    },
  );

  test("a question that is not there is 404 for every verb, and so is an attempt of another's", async () => {
    const mine = await begun();
    const theirs = await begun();
    for (const route of ["save", "try", "hint"] as const) {
      const json = { revisionId: randomUUID(), fields: {} };
      for (const params of [
        theirs.at(99),
        theirs.at("x"),
        theirs.at("1e0"),
        theirs.at("0x1"),
        theirs.at(" 1"),
        theirs.at("+1"),
        theirs.at("01"),
        mine.at(),
        { attempt: "x", position: "1" },
      ])
        expect((await ask(route, params, { json })).status, route).toBe(404);
    }
    expect((await ask("export", { attempt: theirs.attempt }, null)).status).toBe(404);
  });

  test("who is not signed in is asked to, and nothing happens", async () => {
    const { at, attempt } = await begun();
    const before = await everything(attempt);
    viewer = null;
    for (const route of ["save", "try", "hint", "submit"] as const)
      expect((await ask(route, at(), { json: { revisionId: randomUUID(), fields: {} } })).status, route).toBe(401);
    expect((await ask("export", { attempt }, null)).status).toBe(303);
    expect(await everything(attempt)).toBe(before);
  });
});

describe("without script", () => {
  test("the form's own buttons check, take a hint and go on, and what was typed is kept", async () => {
    const { version, at, attempt, here } = await begun();
    const form = { version, ...prefixed(quiz.wrong[0]!), certainty: "high" };
    expect(await ask("hint", at(), { form: { ...form, go: "hint", taken: "0" } })).toMatchObject({
      status: 303,
      to: `${here}#question`,
    });
    expect(await ask("hint", at(), { form: { ...form, go: "hint", taken: "0" } })).toMatchObject({ status: 303 });
    expect(await ask("try", at(), { form: { ...form, go: "try" } })).toMatchObject({
      status: 303,
      to: `${here}#question`,
    });
    const [response] = await database().response.findMany({ where: { attemptId: attempt, position: 1 } });
    expect(response).toMatchObject({
      fields: quiz.wrong[0],
      certainty: "high",
      hintsTaken: 1,
      triesUsed: 1,
      closed: false,
    });
    await ask("try", at(), { form: { version, ...prefixed(quiz.right[0]!), go: "try" } });
    // Closed: its fields are disabled, so the form posts none; it goes on all the same, and its flag counts.
    expect(await ask("save", at(), { form: { version, go: "2" } })).toMatchObject({
      status: 303,
      to: `/attempts/${attempt}/2#question`,
    });
    expect(await ask("save", at(), { form: { version, go: "flag" } })).toMatchObject({ status: 303 });
    expect(await ask("try", at(), { form: { version, go: "try" } })).toMatchObject({ status: 303 });
    const [after] = await database().response.findMany({ where: { attemptId: attempt, position: 1 } });
    expect(after).toMatchObject({ fields: quiz.right[0], flagged: true, triesUsed: 2, closed: true });
  });

  test("an answer that comes when the session has ended is handed back, to be sent again after signing in", async () => {
    const { version, at, attempt } = await begun();
    const before = await everything(attempt);
    const someone = viewer;
    viewer = null;
    const form = { version, "q1.text": ["a \"b\" <c> & 'd'", "23 августа"], go: "2" };
    for (const route of ["save", "try", "hint"] as const) {
      const answer = await ask(route, at(), { form });
      expect(answer).toMatchObject({ status: 401, to: null });
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.text).toContain('<form method="post">');
      expect(answer.text).toContain('href="/api/auth/signin?callbackUrl=%2Fhome"');
      expect(answer.text).toContain(`<input type="hidden" name="q1.text" value="a &#34;b&#34; &#60;c&#62; &#38; 'd'">`);
      expect(answer.text).toContain('<input type="hidden" name="q1.text" value="23 августа">');
      expect(answer.text).toContain(`<input type="hidden" name="version" value="${version}">`);
    }
    expect(await everything(attempt)).toBe(before);
    // What holds no answer has nothing to lose.
    expect(await ask("submit", { attempt }, { form: {} })).toMatchObject({ status: 303 });
    viewer = someone;
    const again = { version, ...prefixed(quiz.right[0]!), go: "2" };
    expect(await ask("save", at(), { form: again })).toMatchObject({ status: 303 });
  });

  test("nothing to check uses no try, and the page is told to say so", async () => {
    const { version, at, here } = await begun();
    expect(await ask("try", at(), { form: { version, go: "try" } })).toMatchObject({
      status: 303,
      to: `${here}?asked=unanswered#question`,
    });
  });

  test("a form made for another variant, or by none of ours, is told so in words and changes nothing", async () => {
    const { version, at, attempt } = await begun();
    const before = await everything(attempt);
    for (const route of ["save", "try", "hint"] as const) {
      const other = await ask(route, at(), { form: { version: randomUUID(), ...prefixed(quiz.right[0]!), go: "2" } });
      expect(other).toMatchObject({ status: 422, text: expect.stringContaining("another question") as string });
      for (const name of ["q1.no-such-field", "q1.__proto__", "q1."])
        expect((await ask(route, at(), { form: { version, [name]: "1" } })).status, name).toBe(400);
    }
    expect((await ask("hint", at(), { form: { version, taken: "many" } })).status).toBe(400);
    expect(await everything(attempt)).not.toContain("no-such-field");
    const after = JSON.parse(await everything(attempt)) as unknown[];
    expect(after[2]).toBe((JSON.parse(before) as unknown[])[2]);
  });

  test("rules to practise by are chosen at the door", async () => {
    ({ viewer } = await aLearner({ schoolId }));
    const plain = await aPublishedQuiz();
    const { to } = await ask("start", {}, { form: { quizId: plain.quizId, check: "on" } });
    const attempt = await database().attempt.findFirstOrThrow({ where: { id: to!.split("/")[2]! } });
    expect(attempt).toMatchObject({ practice: true, rules: { tries: 3, certainty: false } });
  });
});

describe("the evidence of an attempt", () => {
  test("is a file that nobody keeps on the way, and grades anew to the same marks", async () => {
    const { version, at, attempt } = await begun();
    const json = { revisionId: randomUUID(), version, fields: quiz.right[0], certainty: "high" };
    await ask("save", at(), { json });
    const open = await ask("export", { attempt }, null);
    expect(open.status).toBe(404);
    expect(open.text).not.toContain(SECRET);
    await ask("submit", { attempt }, { json: {} });
    const { status, headers, json: file } = await ask("export", { attempt }, null);
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${quiz.quizId}-attempt-1.json"`);
    expect(headers.get("cache-control")).toBe("no-store");
    const { items } = file as { items: unknown[] };
    expect(items).toHaveLength(quiz.items.length);
    for (const [index, item] of items.entries()) expect(regrade(item, index + 1)).toMatchObject({ asRecorded: true });
  });
});
