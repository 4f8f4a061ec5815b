import "server-only";

import NextAuth from "next-auth";
import { NextRequest } from "next/server";

import { NotFound } from "@/records";

import { bytesOf, UnreadableBody } from "./body";
import { wrapped } from "./handler";
import { options } from "./options";

/** The addresses under /api/auth: what next-auth answers, behind the same door as everything else. */
export const nextAuth = wrapped(async (request, context) => {
  // Where its script reports what went wrong in a browser: we load none, so only strangers would write to our log.
  if (/\/_log\/?$/.test(new URL(request.url).pathname)) throw new NotFound();
  // Without an address of its own next-auth sends everyone to localhost:3000; with this it follows the request's host.
  process.env.AUTH_TRUST_HOST ??= "1";
  return (await NextAuth(await limited(request), context as never, await options())) as Response;
});

/** The same request with no more of a body than a form has: next-auth reads whatever comes. */
async function limited(request: Request): Promise<NextRequest> {
  const { method, headers, url } = request;
  if (method !== "POST") return new NextRequest(url, { method, headers });
  const body = await bytesOf(request);
  // All forms of ours are forms; of JSON it would take what is broken for our fault.
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers.get("content-type") ?? ""))
    throw new UnreadableBody(415, "Send a form.");
  return new NextRequest(url, { method, headers, body });
}
