import { expect, test } from "vitest";
import { isLoopback } from "./loopback";

test.each([
  "http://localhost",
  "http://localhost:3000",
  "https://LOCALHOST:3000",
  "http://localhost.:3000",
  "http://annals.localhost:3000",
  "http://127.0.0.1:3000",
  "http://127.1.2.3",
  "http://127.1:3000",
  "http://[::1]:3000",
  "http://[0:0:0:0:0:0:0:1]",
  "http://[::ffff:127.0.0.1]:3000",
])("%s works on one computer alone", (origin) => {
  expect(isLoopback(origin)).toBe(true);
});

test.each([
  "http://192.168.1.7:3000",
  "http://10.127.0.1",
  "http://[fe80::1]:3000",
  "http://[2001:db8::1]",
  "http://teacher-pc.local:3000",
  "https://annals.school.example",
  "https://localhost.school.example",
  "https://mylocalhost",
  "https://127.school.example",
  // What cannot be read is not warned of.
  "http://",
  "",
])("%s may lead here from other computers", (origin) => {
  expect(isLoopback(origin)).toBe(false);
});
