/** Whether an address ('http://localhost:3000') leads back to whichever computer opens it, so that it is no use to others. */
export function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  // The URL has made 127.1 a 127.0.0.1, and ::ffff:127.0.0.1 its two last groups.
  const host = new URL(origin).hostname.replace(/\.$/, "");
  return /^(.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::(1|ffff:7f..:[0-9a-f]+)\]$/.test(host);
}
