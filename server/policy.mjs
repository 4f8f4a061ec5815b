// @ts-check
/** What every answer says about how a browser may treat it. */

/** @param {string[]} scripts What may run besides our own files: `'nonce-…'` or `'sha256-…'` */
export function contentPolicy(scripts, formTargets = /** @type {string[]} */ ([])) {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    "style-src 'self'",
    // Positions in figures and maps are style attributes; a style attribute cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Browsers apply this to redirects too: signing in elsewhere begins with a form of ours.
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** @type {Readonly<Record<string, string>>} */
export const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/**
 * Origins that sign-in may send a browser on to: that of the school's OIDC provider, and any that the operator names
 * (a provider's page may be at another origin than its name).
 *
 * @param {Record<string, string | undefined>} environment
 */
export function formTargets(environment) {
  const named = [environment.OIDC_ISSUER, ...(environment.OIDC_FORM_TARGETS ?? "").split(/[\s,]+/)];
  const origins = named.flatMap((text) => (text && URL.canParse(text) ? [new URL(text).origin] : []));
  return [...new Set(origins)].filter((origin) => origin !== "null");
}
