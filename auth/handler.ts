import "server-only";

import { randomBytes } from "node:crypto";

import { unstable_rethrow } from "next/navigation";

import { isNotFound, type Viewer } from "@/records";

import { bodyOf, UnreadableBody, type Body } from "./body";
import { currentViewer } from "./current";
import { log, withoutWords } from "./log";
import { pathWithin, signInPath } from "./paths";
import { heldPage, htmlPage } from "./plain-page";
import { isSameOrigin } from "./same-origin";

/** A request that has passed the door. */
export interface Visit<Who = Viewer> {
  request: Request;
  viewer: Who;
  /** The address's own parts: `{ attempt: "…" }`. */
  params: Record<string, string>;
  body: Body;
  /** The form's fields, each the list of its values; a JSON body and none give {}. */
  fields: Record<string, string[]>;
  /** True when a script asks and wants JSON; false when a browser's own form does. */
  script: boolean;
  /** One answer for both: JSON to a script, and to a form 303 to the path `to`. */
  reply(answer: { json: unknown; to: string; status?: number }): Response;
}

interface Context {
  params: Promise<Record<string, string | string[] | undefined>>;
}

/** A route handler that has been wrapped: a test finds those that were not. */
export interface WrappedHandler {
  (request: Request, context: Context): Promise<Response>;
  readonly __wrapped: true;
}

/**
 * The door of every route handler for people who are signed in. A request from another site's page is refused, a body
 * that is too large is not read, nobody is asked to sign in, a NotFound is 404, and what goes wrong is logged under a
 * reference that the visitor is told. `keep`: a form that comes when its sender is signed out holds what must not be
 * lost, and is handed back.
 */
export function handler(answer: (visit: Visit) => Promise<Response>, { keep = false } = {}): WrappedHandler {
  return openHandler(async (visit) => {
    const { viewer } = visit;
    if (viewer) return answer({ ...visit, viewer });
    const to = signInPath(cameFrom(visit.request));
    if (visit.script) return Response.json({ error: "Sign in first.", signIn: to }, { status: 401, headers: noStore });
    if (keep && visit.body.type === "form")
      return new Response(heldPage(visit.fields, to), { status: 401, headers: { ...noStore, ...html } });
    return new Response(null, { status: 303, headers: { ...noStore, location: to } });
  });
}

/** The same door for handlers that visitors without an account may use: `viewer` is null for them. */
export function openHandler(answer: (visit: Visit<Viewer | null>) => Promise<Response>): WrappedHandler {
  return wrapped(async (request, context) => {
    const safe = request.method === "GET" || request.method === "HEAD";
    const body: Body = safe ? { type: "none" } : await bodyOf(request);
    const script = wantsJson(request);
    return answer({
      request,
      viewer: await currentViewer(),
      params: single(await context.params),
      body,
      fields: body.type === "form" ? body.fields : {},
      script,
      reply: ({ json, to, status }) =>
        script
          ? Response.json(json, { status: status ?? 200, headers: noStore })
          : new Response(null, { status: 303, headers: { ...noStore, location: pathWithin(to) } }),
    });
  });
}

/** The checks and the net alone, for a handler that reads its own body: next-auth's. */
export function wrapped(answer: (request: Request, context: Context) => Promise<Response>): WrappedHandler {
  const outer = async (request: Request, context: Context): Promise<Response> => {
    try {
      const safe = request.method === "GET" || request.method === "HEAD";
      if (!safe && !isSameOrigin(request.headers))
        return said(request, 403, "This came from another site, so nothing was done.");
      const response = await answer(request, context);
      return response.headers.has("cache-control") ? response : uncached(response);
    } catch (error) {
      unstable_rethrow(error);
      if (isNotFound(error)) return said(request, 404, "There is nothing at this address.");
      if (error instanceof UnreadableBody) return said(request, error.status, error.message);
      const reference = randomBytes(4).toString("hex");
      log().error({ reference, method: request.method, ...withoutWords(error) }, "a request failed");
      const words = `Something went wrong on our side; nothing you did. If it goes on, tell your teacher this reference: ${reference}.`;
      return said(request, 500, words, reference);
    }
  };
  return Object.assign(outer, { __wrapped: true as const });
}

const noStore = { "cache-control": "no-store" };
const html = { "content-type": "text/html; charset=utf-8" };

/** The same answer, kept by nobody. (A copy: the headers of a redirect cannot be changed.) */
function uncached(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-control", "no-store");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function said(request: Request, status: number, message: string, reference?: string): Response {
  if (wantsJson(request)) return Response.json({ error: message, reference }, { status, headers: noStore });
  return new Response(htmlPage(message), { status, headers: { ...noStore, ...html } });
}

function wantsJson(request: Request): boolean {
  const sent = request.headers.get("content-type") ?? "";
  const wanted = request.headers.get("accept") ?? "";
  return /^application\/json\b/i.test(sent) || (/application\/json/i.test(wanted) && !/text\/html/i.test(wanted));
}

/** The page on which a form stood, to return to after signing in. */
function cameFrom(request: Request): string {
  try {
    const { pathname, search } = new URL(request.headers.get("referer") ?? "");
    return pathWithin(pathname + search);
  } catch {
    return "/home";
  }
}

function single(params: Record<string, string | string[] | undefined> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params ?? {}).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
