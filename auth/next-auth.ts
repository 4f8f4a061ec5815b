import "server-only";

import NextAuth from "next-auth";

import { wrapped } from "./handler";
import { options } from "./options";

/** The addresses under /api/auth: what next-auth answers, behind the same door as everything else. */
export const nextAuth = wrapped(async (request, context) => {
  // Without an address of its own next-auth sends everyone to localhost:3000; with this it follows the request's host.
  process.env.AUTH_TRUST_HOST ??= "1";
  return (await NextAuth(request as never, context as never, await options())) as Response;
});
