import { randomUUID } from "node:crypto";

/** A visitor without a browser: keeps cookies, sends what our forms and scripts send. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** As a browser would send it now. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.cookie);
    headers.set("origin", this.url);
    const response = await fetch(this.url + path, { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    return response;
  }

  async signIn({ userName, password }: { userName: string; password: string }): Promise<void> {
    const { csrfToken } = (await (await this.fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const answer = await this.fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, userName, password, callbackUrl: "/home", json: "true" }),
    });
    const { url } = (await answer.json()) as { url: string };
    if (url.includes("error=")) throw new Error(`${userName} could not sign in: ${url}`);
  }

  async start(quizId: string): Promise<string> {
    const answer = await this.json("/api/attempts", { quizId });
    return ((await answer.json()) as { attemptId: string }).attemptId;
  }

  /** Saves a change as the page's script does. */
  save(attemptId: string, position: number, fields: Record<string, string[]>): Promise<Response> {
    return this.json(`/api/attempts/${attemptId}/responses/${position}`, { revisionId: randomUUID(), fields });
  }

  private json(path: string, value: unknown): Promise<Response> {
    return this.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(value),
    });
  }
}
