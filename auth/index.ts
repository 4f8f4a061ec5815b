import "server-only";

/** Who is asking: sign-in, the session in the browser, and the door of every route handler. next-auth stays in here. */
export { addressOf } from "./address";
export { currentSchool, currentViewer, found, requireSchool, requireViewer } from "./current";
export { handler, openHandler, wrapped, type Visit, type WrappedHandler } from "./handler";
export { UnreadableBody, type Body } from "./body";
export { linkCallbackUrl, provider } from "./oidc";
export { pathWithin, signInPath } from "./paths";
export { csrfToken, signInForm, signInProblem, type SignInForm } from "./sign-in-form";
export { signInHere, signOutResponse } from "./signing";
export { log } from "./log";
