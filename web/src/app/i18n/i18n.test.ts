import { describe, expect, test } from "vitest";
import { de as captionsDe } from "@/features/captions/i18n/de";
import { en as captionsEn } from "@/features/captions/i18n/en";
import { de as experimentsDe } from "@/features/experiments/i18n/de";
import { en as experimentsEn } from "@/features/experiments/i18n/en";
import { de as libraryDe } from "@/features/library/i18n/de";
import { en as libraryEn } from "@/features/library/i18n/en";
import { de as notificationsDe } from "@/features/notifications/i18n/de";
import { en as notificationsEn } from "@/features/notifications/i18n/en";
import { de as playlistsDe } from "@/features/playlists/i18n/de";
import { en as playlistsEn } from "@/features/playlists/i18n/en";
import { de as recommendDe } from "@/features/recommend/i18n/de";
import { en as recommendEn } from "@/features/recommend/i18n/en";
import { de as searchDe } from "@/features/search/i18n/de";
import { en as searchEn } from "@/features/search/i18n/en";
import { de as storageDe } from "@/features/storage/i18n/de";
import { en as storageEn } from "@/features/storage/i18n/en";
import { de as trendingDe } from "@/features/trending/i18n/de";
import { en as trendingEn } from "@/features/trending/i18n/en";
import { de as worldeventsDe } from "@/features/worldevents/i18n/de";
import { en as worldeventsEn } from "@/features/worldevents/i18n/en";
import { texts as de } from "./de";
import { texts as en } from "./en";

/** Every text by its path, for instance `watch.share.title`. */
function flat(texts: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...flat(value as object, `${path}${key}.`)],
    ),
  );
}

const placeholders = (text: string | undefined) => [...(text ?? "").matchAll(/{{\s*(\w+)/g)].map((m) => m[1]).sort();

describe("German texts", () => {
  const english = flat({
    ...en,
    storage: storageEn,
    playlists: playlistsEn,
    library: libraryEn,
    captions: captionsEn,
    notifications: notificationsEn,
    worldevents: worldeventsEn,
    recommend: recommendEn,
    trending: trendingEn,
    experiments: experimentsEn,
    search: searchEn,
  });
  const german = flat({
    ...de,
    storage: storageDe,
    playlists: playlistsDe,
    library: libraryDe,
    captions: captionsDe,
    notifications: notificationsDe,
    worldevents: worldeventsDe,
    recommend: recommendDe,
    trending: trendingDe,
    experiments: experimentsDe,
    search: searchDe,
  });

  test("have the keys of the English ones", () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("are not empty and use the same placeholders", () => {
    for (const [key, text] of english) {
      expect(german.get(key)?.trim(), key).not.toBe("");
      expect(placeholders(german.get(key)), key).toEqual(placeholders(text));
    }
  });
});
