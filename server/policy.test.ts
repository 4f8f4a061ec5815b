import { describe, expect, it } from "vitest";
import { contentPolicy, formTargets } from "./policy.mjs";

describe("the content security policy", () => {
  it("lets no inline script run but those it names", () => {
    const policy = contentPolicy(["'nonce-abc'"]);
    expect(policy).toContain("script-src 'self' 'nonce-abc';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it("lets nobody frame a page or send its forms elsewhere", () => {
    expect(contentPolicy([])).toContain("frame-ancestors 'none'");
    expect(contentPolicy([])).toMatch(/form-action 'self'(;|$)/);
  });

  it("lets a sign-in form go on to the school's identity provider", () => {
    const targets = formTargets({
      OIDC_ISSUER: "https://id.example.org/realm/",
      OIDC_FORM_TARGETS: "https://login.example.org, nonsense",
    });
    expect(targets).toEqual(["https://id.example.org", "https://login.example.org"]);
    expect(contentPolicy([], targets)).toContain("form-action 'self' https://id.example.org https://login.example.org");
  });
});
