import { useSyncExternalStore } from "react";
import { stored } from "./stored";

export type ThemeChoice = "system" | "light" | "dark";

const saved = stored("vidstead.theme");
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

function choice(): ThemeChoice {
  const value = saved.get();
  return value === "light" || value === "dark" ? value : "system";
}

function apply(): void {
  const dark = choice() === "dark" || (choice() === "system" && systemDark.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  const canvas = getComputedStyle(document.documentElement).getPropertyValue("--canvas").trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", canvas);
  for (const listener of listeners) listener();
}

/** Keeps the page in the chosen theme, also when the system or another tab changes it. Call once at the start. */
export function startTheme(): void {
  systemDark.addEventListener("change", apply);
  window.addEventListener("storage", (event) => {
    if (event.key === "vidstead.theme") apply();
  });
  apply();
}

export function chooseTheme(next: ThemeChoice): void {
  saved.set(next === "system" ? null : next);
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, choice);

/** What is shown now. */
export const useTheme = (): "light" | "dark" =>
  useSyncExternalStore(subscribe, () => (document.documentElement.dataset.theme === "dark" ? "dark" : "light"));
