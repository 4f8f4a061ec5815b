// @ts-check
/** Who is asking, and under which name they reached us: believed from the connection, or from a proxy we trust. */
import { BlockList, isIP } from "node:net";

/** What proxies write and anybody can forge. Next and next-auth believe some of them, so all are ours to set. */
const FORGEABLE = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
  "x-invoke-path",
  "x-invoke-query",
  "x-middleware-subrequest",
];

/**
 * The proxies of an installation, from `TRUSTED_PROXY`: addresses and networks, as `127.0.0.1, 10.0.0.0/8`.
 *
 * @param {string | undefined} text
 * @returns {(address: string | undefined) => boolean}
 * @throws {Error} on what is neither an address nor a network, with a sentence for the operator
 */
export function trustedProxies(text) {
  const list = new BlockList();
  for (const entry of (text ?? "").split(/[\s,]+/).filter(Boolean)) {
    const [address = "", bits] = entry.split("/");
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    if (version === 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most))) {
      throw new Error(
        `TRUSTED_PROXY holds '${entry}', which is neither an address nor a network: write 10.0.0.5 or 10.0.0.0/8.`,
      );
    }
    list.addSubnet(address, bits === undefined ? most : Number(bits), version === 4 ? "ipv4" : "ipv6");
  }
  return (address) => {
    const plain = plainAddress(address);
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 4 ? "ipv4" : "ipv6");
  };
}

/**
 * Rewrites a request's forwarding headers in place. From anyone but a trusted proxy they say what we saw ourselves;
 * `x-forwarded-for` always ends up as the one address that throttling counts by.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {(address: string | undefined) => boolean} trusted
 */
export function settleForwarding(request, trusted) {
  const peer = plainAddress(request.socket.remoteAddress);
  const sent = request.headers;
  let [host, proto, address] = [sent.host, "http", peer];
  if (trusted(peer)) {
    host = last(sent["x-forwarded-host"]) ?? host;
    proto = last(sent["x-forwarded-proto"]) === "https" ? "https" : "http";
    // From the right: the first that no proxy of ours wrote about itself.
    const chain = listed(sent["x-forwarded-for"]).map(plainAddress);
    address = chain.reverse().find((hop) => !trusted(hop)) ?? address;
  }
  for (const name of FORGEABLE) delete sent[name];
  if (host) sent["x-forwarded-host"] = host;
  sent["x-forwarded-proto"] = proto;
  sent["x-forwarded-for"] = isIP(address) ? address : peer;
}

/** `::ffff:192.168.1.7` is 192.168.1.7. @param {string | undefined} address */
function plainAddress(address) {
  return (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}

/** @param {string | string[] | undefined} header */
function listed(header) {
  return (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",").flatMap((text) => text.trim() || []);
}

/** @param {string | string[] | undefined} header */
function last(header) {
  return listed(header).at(-1);
}
