import { addressOf } from "@/auth";

/** The address under which this visitor sees the school: 'http://192.168.1.7:3000'. For links to hand on. */
export function originOf(headers: { get(name: string): string | null }): string {
  const { host, secure } = addressOf(headers);
  return `${secure ? "https" : "http"}://${host}`;
}
