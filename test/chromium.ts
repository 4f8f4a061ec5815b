import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { LaunchOptions } from "@playwright/test";
import { chromium } from "@playwright/test";

/** Where a Chromium of the machine's own usually stands. */
const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The npm package has a browser for no other. */
const isPackaged = process.platform === "linux" && process.arch === "x64";

/**
 * How to launch a Chromium without downloading one: Playwright's own if it is there, else the one in the npm package,
 * which is the same for everybody and, having no windows to draw, takes half the time of a whole one; where it has none
 * for this machine, the machine's. ANNALS_CHROMIUM names another.
 */
export function chromiumToLaunch(): LaunchOptions {
  // `--disable-dev-shm-usage`: in a container /dev/shm is often too small for a page.
  const args = ["--disable-dev-shm-usage", "--disable-gpu"];
  const asked = process.env.ANNALS_CHROMIUM;
  const executablePath =
    asked || [chromium.executablePath(), ...(isPackaged ? [] : usual)].find((path) => existsSync(path));
  if (executablePath) return { executablePath, args };
  if (!isPackaged)
    throw new Error(
      `No Chromium was found, and the npm package has none for ${process.platform} on ${process.arch}: install one, or name it in ANNALS_CHROMIUM.`,
    );
  return packaged(args);
}

function packaged(args: string[]): LaunchOptions {
  const home = unpacked();
  const executablePath = join(home, "chromium");
  // Its libraries and fonts are for a machine that has none; one that has its own is better served by those.
  const env: Record<string, string> = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  if (spawnSync(executablePath, ["--version"], { env: { ...process.env } }).status !== 0) {
    env.LD_LIBRARY_PATH = [join(home, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  }
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = join(home, "fonts");
  // Not the package's own arguments: they switch web security off, and a test of origins or policies would prove nothing.
  return { executablePath, args: [...args, "--no-sandbox"], env };
}

/** The folder that the package's browser was unpacked to, once for each version of it. */
function unpacked(): string {
  const root = resolve(import.meta.dirname, "..");
  const location = join(root, "node_modules/@sparticuz/chromium");
  const entry = join(location, "build/esm/index.js");
  const { version } = JSON.parse(readFileSync(join(location, "package.json"), "utf8")) as { version: string };
  const home = join(root, "node_modules/.cache/annals", `chromium-${version}`);
  if (existsSync(join(home, "chromium"))) return home;
  mkdirSync(dirname(home), { recursive: true });
  // It unpacks to the temporary folder and takes whatever lies there for its own: give it one that nobody else knows.
  const making = mkdtempSync(join(dirname(home), "unpacking-"));
  try {
    execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const { default: c } = await import(${JSON.stringify(entry)}); await c.executablePath();`,
      ],
      // With this it also unpacks the libraries that a bare Debian lacks.
      {
        env: { ...process.env, TMPDIR: making, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
    renameSync(making, home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(home, "chromium"))) throw error;
  }
  return home;
}
