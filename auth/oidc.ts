/** The school's identity provider, as the environment names it. Any that speaks OpenID Connect will do. */
export interface Provider {
  /** Under which its accounts are kept; stays the same when the provider's name changes. */
  id: "oidc";
  /** On the button: 'Continue with …'. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** True when whoever the provider lets in gets a learner's account, and joins a class by its code. Off at first. */
  signUp: boolean;
}

/** OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together name a provider; null when none is set. */
export function provider(environment: NodeJS.ProcessEnv = process.env): Provider | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_SIGN_UP } = environment;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: "oidc",
    name: OIDC_NAME || "your school account",
    issuer: OIDC_ISSUER.replace(/\/+$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    signUp: OIDC_SIGN_UP === "1",
  };
}

/** Where linking returns to. Only a sign-in that set out for here links the account to whoever is signed in. */
export const linkCallbackUrl = "/account?linked=oidc";
