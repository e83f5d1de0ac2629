import { describe, expect, test } from "vitest";
import { looksLikeVideo, refusalOf } from "./checks";
import { fingerprint } from "./fingerprint";
import { titleFrom } from "./upload";

describe("files before they are sent", () => {
  test("are videos by type, or by ending where the browser knows no type", () => {
    expect(looksLikeVideo({ name: "x", type: "video/mp4" })).toBe(true);
    expect(looksLikeVideo({ name: "Holiday.MKV", type: "" })).toBe(true);
    expect(looksLikeVideo({ name: "Song.flac", type: "audio/flac" })).toBe(true);
    expect(looksLikeVideo({ name: "letter.pdf", type: "application/pdf" })).toBe(false);
    expect(looksLikeVideo({ name: "film.mp4", type: "image/png" })).toBe(false);
    expect(looksLikeVideo({ name: "folder", type: "" })).toBe(false);
  });

  test("must have bytes, and not too many", () => {
    const file = { name: "a.mp4", type: "video/mp4" };
    expect(refusalOf({ ...file, size: 0 }, 10)).toEqual({ code: "empty" });
    expect(refusalOf({ ...file, size: 11 }, 10)).toEqual({ code: "too_large", limit: 10 });
    expect(refusalOf({ ...file, size: 11 }, undefined)).toBeNull();
  });

  test("give their videos a title", () => {
    expect(titleFrom("My_first  clip.final.mp4")).toBe("My first clip.final");
    expect(titleFrom(".mp4")).toBe(".mp4");
  });
});

describe("the fingerprint of a file", () => {
  const bytes = (size: number, change = -1) => {
    const content = new Uint8Array(size).map((_, n) => n % 251);
    if (change >= 0) content[change] = 255;
    return new Blob([content]);
  };

  test("is the same for the same bytes, whatever the name", async () => {
    expect(await fingerprint(bytes(300_000))).toBe(await fingerprint(bytes(300_000)));
  });

  test("differs by size and by bytes at the beginning, middle or end", async () => {
    const all = [bytes(300_000), bytes(300_001), bytes(300_000, 0), bytes(300_000, 150_100), bytes(300_000, 299_999)];
    expect(new Set(await Promise.all(all.map(fingerprint))).size).toBe(all.length);
  });
});
