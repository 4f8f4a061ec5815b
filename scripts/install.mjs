/** The packages: exactly what the lockfile says, installed when they are not. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, isMain, refuseUnderRunningSchool, whilePreparing } from "./checkout.mjs";
import { Refusal, endWith } from "./refusal.mjs";

/** Runs `npm ci` when node_modules is not what package-lock.json says. */
export async function ensureInstalled({ say = () => {} } = {}) {
  if (isInstalled()) return;
  await whilePreparing(async () => {
    if (isInstalled()) return;
    refuseUnderRunningSchool("the packages it needs");
    say("Installing packages from the npm registry (half a minute, on a slow line more) …");
    await npm(["ci", "--include=dev", "--loglevel=error"]);
    if (!isInstalled())
      throw new Refusal(
        "npm ci ended well, but node_modules is not what package-lock.json says: delete node_modules and start again.",
      );
  });
}

/** True when every package of the lockfile is there in its version; those of other platforms may be missing. */
export function isInstalled() {
  const packages = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages;
  const hidden = "node_modules/.package-lock.json";
  // npm writes this file last: it is there when an install ran to its end.
  if (!existsSync(join(ROOT, hidden))) return false;
  const [wanted, there] = [packages("package-lock.json"), packages(hidden)];
  const same = (path, { version, integrity, optional, link }) => {
    const found = there[path];
    return found ? Boolean(link) || (found.version === version && found.integrity === integrity) : Boolean(optional);
  };
  return (
    Object.entries(wanted).every(([path, entry]) => path === "" || same(path, entry)) &&
    Object.keys(there).every((path) => path in wanted)
  );
}

function npm(args) {
  // The npm that runs us, if one does: it need not be the one on the path.
  const own = process.env.npm_execpath;
  const [program, ...first] = own && /\.c?js$/.test(own) ? [process.execPath, own] : ["npm"];
  return new Promise((done, fail) => {
    const child = spawn(program, [...first, ...args], {
      cwd: ROOT,
      // Nothing but the registry is asked for anything.
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.on("error", (error) =>
      fail(new Refusal(`npm does not start (${error.message}): it comes with Node.js, see https://nodejs.org.`)),
    );
    child.on("exit", (code, signal) => {
      if (code === 0) done();
      else {
        const how = signal ? `was stopped by ${signal}` : `failed with ${code}`;
        fail(new Refusal(`npm could not install the packages (npm ci ${how}): what it said stands above.`));
      }
    });
  });
}

if (isMain(import.meta.url)) ensureInstalled({ say: console.log }).catch(endWith);
