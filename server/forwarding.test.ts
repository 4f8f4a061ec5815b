import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { settleForwarding, trustedProxies } from "./forwarding.mjs";

function settled(from: string, headers: Record<string, string>, proxies?: string) {
  const request = { headers: { host: "school.test", ...headers }, socket: { remoteAddress: from } };
  settleForwarding(request as unknown as IncomingMessage, trustedProxies(proxies));
  return request.headers as Record<string, string | undefined>;
}

describe("forwarding headers", () => {
  it("say what was seen when a visitor forges them", () => {
    const headers = settled("::ffff:192.168.1.7", {
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-port": "1",
      forwarded: "for=1.2.3.4",
    });
    expect(headers["x-forwarded-host"]).toBe("school.test");
    expect(headers["x-forwarded-proto"]).toBe("http");
    expect(headers["x-forwarded-for"]).toBe("192.168.1.7");
    expect(headers).not.toHaveProperty("x-forwarded-port");
    expect(headers).not.toHaveProperty("forwarded");
  });

  it("are believed from a trusted proxy", () => {
    const headers = settled(
      "10.0.0.5",
      { "x-forwarded-host": "annals.school.test", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" },
      "10.0.0.0/8",
    );
    expect(headers["x-forwarded-host"]).toBe("annals.school.test");
    expect(headers["x-forwarded-proto"]).toBe("https");
    expect(headers["x-forwarded-for"]).toBe("203.0.113.9");
  });

  it("count a visitor by the address that the outermost trusted proxy saw, not by one they sent themselves", () => {
    const headers = settled("10.0.0.5", { "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.4" }, "10.0.0.0/8");
    expect(headers["x-forwarded-for"]).toBe("203.0.113.9");
  });

  it("fall back to the connection when a trusted proxy says nothing useful", () => {
    expect(settled("10.0.0.5", { "x-forwarded-for": "unknown" }, "10.0.0.5")["x-forwarded-for"]).toBe("10.0.0.5");
    expect(settled("::1", {}, "::1")["x-forwarded-for"]).toBe("::1");
  });

  it("refuse a list of proxies that cannot be read, in a sentence", () => {
    expect(() => trustedProxies("the-proxy")).toThrow("TRUSTED_PROXY holds 'the-proxy'");
    expect(() => trustedProxies("10.0.0.0/64")).toThrow("TRUSTED_PROXY");
  });
});
