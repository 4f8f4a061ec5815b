import { encode } from "uqr";

/** What a learner needs on paper to sign in for the first time. */
export interface SignInSlip {
  name: string;
  userName: string;
  /** Null for who has a password of their own already. */
  oneTimePassword: string | null;
  group: string | null;
  /** The address as it is typed: without 'https://'. */
  address: string;
  qr: QrCode;
}

/** A QR code to be drawn in any size: dark squares of one unit in a square of `size` units, its margin among them. */
export interface QrCode {
  size: number;
  /** The dark squares, as the `d` of a path. */
  path: string;
  /** The whole picture, black on white whatever the page's colours are: cameras want it so. */
  svg: string;
}

/**
 * Slips to print and cut apart, in the given order. The code holds the address alone: whoever finds a slip's picture has
 * no password. Throws TypeError where the address is none of the web.
 */
export function signInSlips(
  people: readonly { name: string; userName: string; oneTimePassword: string | null; group?: string | null }[],
  { address }: { address: string },
): SignInSlip[] {
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new TypeError(`${address} is no address of the web.`);
  const qr = qrCode(url.href);
  const typed = url.href.replace(/^https:\/\//, "").replace(/\/$/, "");
  return people.map(({ name, userName, oneTimePassword, group = null }) => ({
    name,
    userName,
    oneTimePassword,
    group,
    address: typed,
    qr,
  }));
}

/** The margin that the standard asks for. */
const MARGIN = 4;

/** A text as a QR code that still reads with a fold in the paper. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", boostEcc: true, border: MARGIN });
  let path = "";
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  });
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
  return { size, path, svg };
}
