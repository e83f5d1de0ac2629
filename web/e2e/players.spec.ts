import { execFileSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Page } from "@playwright/test";
import * as tus from "tus-js-client";
import { Person, send } from "./support/api";
import { drawnClip, tool } from "./support/clips";
import { Elsewhere } from "./support/elsewhere";
import { expect, siteUrl, test, watch } from "./support/test";

/** Other people's clients against the site: its protocols are kept, not only its own pages served. */

let uploader: Person;
let videoId: string;
const seconds = 12;

test.beforeAll(async () => {
  uploader = await Person.register("player-tests");
  videoId = await uploader.publish(drawnClip("players", seconds, "640x360"), { title: "For other players" });
  await uploader.until(videoId, ({ stage }) => stage === "done", 110_000);
});

/** What starts a library on the page's video element; runs in the page with `manifest` and `video` given. */
const shaka = "const player = new shaka.Player(); await player.attach(video); await player.load(manifest);";
const players = [
  {
    name: "hls.js",
    library: "hls.js/dist/hls.min.js",
    manifest: "master.m3u8",
    start: "const hls = new Hls(); hls.loadSource(manifest); hls.attachMedia(video);",
  },
  {
    name: "dash.js",
    library: "dashjs/dist/modern/umd/dash.all.min.js",
    manifest: "manifest.mpd",
    start: "dashjs.MediaPlayer().create().initialize(video, manifest);",
  },
  {
    name: "shaka-player on HLS",
    library: "shaka-player/dist/shaka-player.compiled.js",
    manifest: "master.m3u8",
    start: shaka,
  },
  {
    name: "shaka-player on DASH",
    library: "shaka-player/dist/shaka-player.compiled.js",
    manifest: "manifest.mpd",
    start: shaka,
  },
];

/** Beside each other: they play in the time that the film takes. */
test("hls.js, dash.js and shaka-player play, seek and reach the end from another origin", async ({
  context,
  complaints,
}) => {
  const played = players.map((player) =>
    test.step(player.name, async () => {
      const page = await context.newPage();
      watch(page, complaints);
      await playElsewhere(page, player);
    }),
  );
  await Promise.all(played);
});

async function playElsewhere(page: Page, { library, manifest, start }: (typeof players)[number]) {
  const elsewhere = await Elsewhere.serve(library);
  try {
    await page.goto(elsewhere.origin);
    const address = `${siteUrl()}/media/${videoId}/${manifest}`;
    await page.evaluate(`(async (manifest, video) => { ${start} })("${address}", document.querySelector("video"))`);
    const video = page.locator("video");
    await video.evaluate((element: HTMLVideoElement) => element.play());
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(1);
    expect(await video.evaluate((element: HTMLVideoElement) => element.duration)).toBeCloseTo(seconds, 0);
    await video.evaluate((element: HTMLVideoElement) => {
      element.currentTime = 10;
    });
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.ended)).toBe(true);
  } finally {
    await elsewhere.close();
  }
}

test("tus-js-client uploads in chunks, is cut off, resumes and publishes", async () => {
  const file = drawnClip("tus", 6, "640x360");
  const { size } = await stat(file);
  const bytes = await readFile(file);
  const chunkSize = Math.ceil(size / 5);

  const begun = tusUpload(bytes, file, chunkSize);
  await new Promise<void>((cut, failed) => {
    begun.options.onError = failed;
    begun.options.onChunkComplete = (_size, accepted) => {
      if (accepted >= 2 * chunkSize) void begun.abort().then(cut);
    };
    begun.start();
  });
  expect(begun.url).toBeTruthy();

  let resumedAt = -1;
  const resumed = tusUpload(bytes, file, chunkSize);
  resumed.url = begun.url;
  await new Promise<void>((done, failed) => {
    resumed.options.onError = failed;
    resumed.options.onProgress = (sent) => {
      if (resumedAt < 0) resumedAt = sent;
    };
    resumed.options.onSuccess = () => done();
    resumed.start();
  });
  expect(resumedAt).toBeGreaterThanOrEqual(2 * chunkSize);

  const { videos } = await send<{ videos: { video_id: string }[] }>("GET", "/api/v1/me/videos?q=Sent%20with%20tus", {
    token: uploader.token,
  });
  const [sent] = videos;
  expect(sent).toBeDefined();
  if (sent) await uploader.until(sent.video_id, ({ playable }) => playable === true);
});

function tusUpload(bytes: Buffer, file: string, chunkSize: number): tus.Upload {
  // In Node the library takes buffers, which its types do not say.
  return new tus.Upload(bytes, {
    endpoint: `${siteUrl()}/api/v1/tus`,
    chunkSize,
    retryDelays: [100, 500],
    headers: { Authorization: `Bearer ${uploader.token}` },
    metadata: { filename: basename(file), filetype: "video/mp4", title: "Sent with tus", privacy: "unlisted" },
  });
}

test("ffprobe decodes every rendition without a complaint", async () => {
  const master = await text(`/media/${videoId}/master.m3u8`);
  const playlists = new Set([
    ...master.split("\n").filter((line) => line && !line.startsWith("#")),
    ...[...master.matchAll(/URI="([^"]+\.m3u8)"/g)].map(([, uri]) => uri ?? ""),
  ]);
  expect(playlists.size).toBeGreaterThan(2);
  for (const playlist of playlists) {
    const listed = await text(`/media/${videoId}/${playlist}`);
    const file = /#EXT-X-MAP:URI="([^"]+)"/.exec(listed)?.[1];
    expect(file, playlist).toBeDefined();
    const address = `${siteUrl()}/media/${videoId}/${file}`;
    const complaints = execFileSync(
      tool("ffprobe"),
      ["-v", "error", "-count_frames", "-show_entries", "stream=codec_type,nb_read_frames", "-of", "csv=p=0", address],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    const [kind, frames] = complaints.trim().split(",");
    expect(["video", "audio"]).toContain(kind);
    const expected = kind === "video" ? seconds * 30 : (seconds * 44_100) / 1024;
    expect(Math.abs(Number(frames) - expected), `${playlist} has ${frames} frames`).toBeLessThan(expected * 0.1);
  }
});

async function text(path: string): Promise<string> {
  const answer = await fetch(siteUrl() + path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}
