import "server-only";

import NextAuth from "next-auth";
import { NextRequest } from "next/server";

import { bytesOf } from "./body";
import { wrapped } from "./handler";
import { options } from "./options";

/** The addresses under /api/auth: what next-auth answers, behind the same door as everything else. */
export const nextAuth = wrapped(async (request, context) => {
  // Without an address of its own next-auth sends everyone to localhost:3000; with this it follows the request's host.
  process.env.AUTH_TRUST_HOST ??= "1";
  return (await NextAuth(await limited(request), context as never, await options())) as Response;
});

/** The same request with no more of a body than a form has: next-auth reads whatever comes. */
async function limited(request: Request): Promise<NextRequest> {
  const { method, headers, url } = request;
  return new NextRequest(url, { method, headers, body: method === "POST" ? await bytesOf(request) : undefined });
}
