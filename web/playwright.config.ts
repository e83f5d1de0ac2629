import { defineConfig, devices } from "@playwright/test";

/**
 * The journeys of a person, in a real Chromium, against the built server: the set-up starts one on a free port with an
 * empty data folder, so nothing needs to be running and nothing is left behind.
 */
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const launchArguments = [
  "--autoplay-policy=no-user-gesture-required",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
const launchOptions = { executablePath: chromium, args: launchArguments };

/** Notifications are the whole browser's; the shell of the same Chromium has all the rest, and no window to draw. */
const shell = { launchOptions: { ...launchOptions, executablePath: process.env.CHROMIUM_SHELL ?? chromium } };
const wholeBrowser = ["push.spec.ts"];
const fresh = ["a-fresh-site.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/site.ts",
  outputDir: "test-results",
  // One server for two, as people are on it: one waits for a player or a page while the other works. Each file makes its own
  // people and videos, and leaves alone what is the whole site's.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    // A trace films the page, which takes longer than most tests; E2E_TRACE=1 brings it back.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions,
  },
  projects: [
    { name: "fresh site", testMatch: fresh, use: shell },
    {
      name: "journeys",
      testIgnore: [...fresh, ...wholeBrowser],
      dependencies: ["fresh site"],
      use: shell,
    },
    { name: "whole browser", testMatch: wholeBrowser, dependencies: ["fresh site"] },
  ],
});
