import { setTimeout } from "node:timers/promises";
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import type { People, TestPerson } from "../test/people";
import { peopleOf } from "../test/people";

export { expect };

interface Fixtures {
  /** A page in a browser of its own, signed in as this person or as somebody new in this role. */
  signedInAs: (
    who: TestPerson | "learner" | "teacher" | "administrator",
    options?: BrowserContextOptions,
  ) => Promise<Page>;
  /** A browser of its own: another device. */
  device: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

export const test = base.extend<Fixtures, { people: People }>({
  baseURL: async ({}, use) => use(process.env.ANNALS_E2E_URL),

  people: [
    async ({}, use) => {
      const people = await peopleOf(process.env.ANNALS_E2E_DATABASE!);
      await use(people);
      people.close();
    },
    { scope: "worker" },
  ],

  context: async ({ context }, use) => {
    await slowDown(context);
    await use(context);
  },

  device: async ({ browser, contextOptions, baseURL }, use) => {
    const open: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, ...options });
      open.push(context);
      await slowDown(context);
      return context;
    });
    for (const context of open) await context.close();
  },

  signedInAs: async ({ device, people }, use) => {
    await use(async (who, options) => {
      const person = typeof who === "string" ? await people.person({ role: who }) : who;
      const context = await device(options);
      await signIn(context, person);
      return context.newPage();
    });
  },
});

/** Signs a browser in as its sign-in form does, without drawing the page. */
export async function signIn(context: BrowserContext, { userName, password }: TestPerson): Promise<void> {
  const { csrfToken } = (await (await context.request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await context.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, userName, password, callbackUrl: "/home", json: "true" },
    headers: { origin: process.env.ANNALS_E2E_URL! },
  });
  const { url } = (await answer.json()) as { url: string };
  if (url.includes("error=")) throw new Error(`${userName} could not sign in: ${url}`);
}

/** A teacher with a class, and a learner in it. */
export async function classroom(people: People, learnersName = "Ilze Kalniņa") {
  const teacher = await people.person({ role: "teacher", displayName: "Andris Ozols" });
  const room = await people.class({ teacher: teacher.personId });
  const learner = await people.person({ role: "learner", displayName: learnersName });
  await people.join({ learner: learner.personId, joinCode: room.joinCode });
  return { teacher, learner, ...room };
}

/** Opens folds of a form by their names, as far as they are closed. */
export async function openFolds(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    const fold = page.locator("details", { has: page.locator("summary", { hasText: name }) });
    if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  }
}

/**
 * Two hard days, which nothing that a story says may depend on. With ANNALS_LATE=2000 every script and what it asks for
 * comes up to so many milliseconds late, and a story goes on before they are there. With ANNALS_SLOW=6 every page has a
 * sixth of the processor.
 */
async function slowDown(context: BrowserContext): Promise<void> {
  const late = Number(process.env.ANNALS_LATE ?? 0);
  const slow = Number(process.env.ANNALS_SLOW ?? 0);
  if (late) {
    await context.route(/\/_next\/static\/.*\.js|\/api\/(?!auth)/, async (route) => {
      await setTimeout(late * Math.random());
      // Who asked may be gone by now.
      await route.continue().catch(() => undefined);
    });
  }
  if (!late && !slow) return;
  context.on("page", (page) => {
    const goto = page.goto.bind(page);
    if (late) page.goto = (url, options) => goto(url, { waitUntil: "domcontentloaded", ...options });
    if (slow) {
      void context
        .newCDPSession(page)
        .then((session) => session.send("Emulation.setCPUThrottlingRate", { rate: slow }))
        .catch(() => undefined);
    }
  });
}
