import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** The same site and browser; the pictures instead of the tests. */
export default defineConfig({ ...tests, testMatch: "screenshots.ts" });
