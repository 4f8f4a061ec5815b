import { defineConfig, devices } from "@playwright/test";
import { chromiumToLaunch } from "./test/chromium";

// The stories run against the production build behind the real front door: a school of its own, made for the run by
// e2e/school.setup.ts in a temporary folder, on a free port.
const launchOptions = chromiumToLaunch();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/school.setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // In CI a machine that stalls may cost a story its first try; scripts/test.mjs names each that needed a second.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions,
    locale: "en-GB",
    timezoneId: "Europe/Riga",
    // A recording of every step costs as much as the stories themselves: asked for when one has failed.
    trace: process.env.ANNALS_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 }, colorScheme: "light" },
    },
    {
      // The smallest phone, at night.
      name: "phone",
      grep: /@phone/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 360, height: 740 }, colorScheme: "dark", hasTouch: true },
    },
  ],
});
