import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export const client = { id: "annals", secret: "a secret of a test" };

export interface OidcProvider {
  issuer: string;
  /** Whom it lets in next, with what it says of them. */
  person: { sub: string; [claim: string]: string };
  close: () => void;
}

/**
 * A small identity provider on this machine: discovery, the code flow with PKCE and a nonce, RS256. It asks nobody
 * for a password and says that whoever comes is `person`.
 */
export async function oidcProvider(): Promise<OidcProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, URLSearchParams>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OidcProvider = { issuer, person: { sub: "nobody yet" }, close: () => server.close() };
  return provider;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") return json(response, discovery());
    if (pathname === "/keys")
      return json(response, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (pathname === "/authorize") {
      const code = randomUUID();
      codes.set(code, searchParams);
      const back = new URL(searchParams.get("redirect_uri")!);
      back.search = new URLSearchParams({ code, state: searchParams.get("state")! }).toString();
      return void response.writeHead(302, { location: back.href }).end();
    }
    if (pathname === "/token") return token(request, response);
    response.writeHead(404).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    const asked = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    const [id, secret] = Buffer.from(request.headers.authorization?.slice(6) ?? "", "base64")
      .toString()
      .split(":");
    const known = id === client.id && decodeURIComponent((secret ?? "").replaceAll("+", " ")) === client.secret;
    if (!asked || !known || asked.get("code_challenge") !== challenge)
      return json(response, { error: "invalid_grant" }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...provider.person,
      iss: issuer,
      aud: client.id,
      nonce: asked.get("nonce"),
      iat: now,
      exp: now + 60,
    };
    return json(response, { access_token: randomUUID(), token_type: "Bearer", id_token: signed(claims) });
  }

  function signed(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "RS256", kid: "1" })}.${part(claims)}`;
    return `${text}.${createSign("sha256").update(text).sign(privateKey, "base64url")}`;
  }

  function discovery() {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
