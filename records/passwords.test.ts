import { describe, expect, test } from "vitest";

import { hashPassword, isPassword, passwordFault, temporaryPassword } from "./passwords";

describe("a password", () => {
  test.each(["correct horse battery", "vecmāmiņas piparkūkas", "kqzvwprt", "тихая река ночью"])(
    "may be '%s'",
    async (password) => {
      expect(await passwordFault(password, [])).toBeNull();
    },
  );

  test.each([
    ["", "Choose a password."],
    ["short", "Use at least 8 characters; a few words in a row are easy to remember."],
    [
      "password1",
      "This is one of the first that anyone would guess. Add a word or two that have nothing to do with it.",
    ],
    [
      "12345678",
      "This is one of the first that anyone would guess. Add a word or two that have nothing to do with it.",
    ],
    [
      "qwertyuiop",
      "This is one of the first that anyone would guess. Add a word or two that have nothing to do with it.",
    ],
    [
      "ilzekalnina",
      "This is one of the first that anyone would guess. Add a word or two that have nothing to do with it.",
    ],
    ["x".repeat(201), "Use at most 200 characters."],
    ["quiet\0river", "Leave out characters that cannot be typed."],
  ])("may not be %j", async (password, fault) => {
    expect(await passwordFault(password, ["Ilze", "ilzekalnina"])).toBe(fault);
  });

  test("needs no digit, capital or sign", async () => {
    expect(await passwordFault("wholly ordinary small letters", [])).toBeNull();
  });

  test("is kept as argon2id with OWASP's cost, and known again however its accents were typed", async () => {
    const kept = await hashPassword("e\u0301clair for breakfast");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword("éclair for breakfast", kept)).toBe(true);
    expect(await isPassword("eclair for breakfast", kept)).toBe(false);
  });

  test("nobody's password is ever right, and finding out takes as long as a wrong one", async () => {
    const kept = await hashPassword("quiet river stones");
    const time = async (hash: string | null) => {
      const times: number[] = [];
      for (let round = 0; round < 7; round++) {
        const start = performance.now();
        expect(await isPassword("loud river stones", hash)).toBe(false);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[3]!;
    };
    await time(null);
    expect((await time(null)) / (await time(kept))).toBeGreaterThan(0.5);
  });

  test("for a moment is easy to copy from paper and hard to guess", async () => {
    const password = temporaryPassword();
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/);
    expect(await passwordFault(password, [])).toBeNull();
  });
});
