import type { TFunction } from "i18next";
import type { en } from "./i18n/en";

type Texts = TFunction<"experiments">;

const known = <T extends object>(texts: T, key: string): key is Extract<keyof T, string> => key in texts;

const trials: Record<keyof (typeof en)["trials"], true> = { "recommendations.diversity": true };
const variants: Record<keyof (typeof en)["variants"], true> = { usual: true, more: true };

/** What people call a trial; one that these pages do not know has its own name. */
export const nameOf = (t: Texts, trial: string): string => (known(trials, trial) ? t(($) => $.trials[trial]) : trial);

export const measureOf = (t: Texts, trial: string): string | undefined =>
  known(trials, trial) ? t(($) => $.measures[trial]) : undefined;

export const variantOf = (t: Texts, variant: string): string =>
  known(variants, variant) ? t(($) => $.variants[variant]) : variant;
