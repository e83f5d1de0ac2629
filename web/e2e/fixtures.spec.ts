import { Person } from "./support/api";
import { drawnClip } from "./support/clips";
import { HeldEncoder } from "./support/encoder";
import { PackagedServer, packagedFixtures } from "./support/packaged";
import { expect, siteUrl, test } from "./support/test";

/** Every kind of file that people have, as the media library packages it, played to its end by players of others. */

const libraries = ["hls.js/dist/hls.min.js", "dashjs/dist/modern/umd/dash.all.min.js"];
const players = [
  { name: "hls.js", manifest: "master.m3u8" },
  { name: "dash.js", manifest: "manifest.mpd" },
] as const;

let server: PackagedServer;

test.beforeAll(async () => {
  server = await PackagedServer.start(...libraries);
});

test.afterAll(() => server.stop());

for (const { name, manifest } of players) {
  test(`${name} plays every fixture to its end`, async ({ page }) => {
    const pieces = packagedFixtures().flatMap(({ folders, seconds }) =>
      folders.map((folder) => ({ address: `${server.origin}${folder}${manifest}`, seconds })),
    );
    expect(pieces.length).toBeGreaterThan(140);
    await page.goto(server.origin);
    const hasty = await page.evaluate(playAll, { player: name, pieces, atOnce: 6, rate: 4 });
    // What a busy machine did not bring to its end in such haste must come to it alone and in its own time.
    const again = pieces.filter(({ address }) => hasty.some((complaint) => complaint.startsWith(address)));
    expect(again.length, hasty.join("\n")).toBeLessThan(10);
    expect(await page.evaluate(playAll, { player: name, pieces: again, atOnce: 1, rate: 1 })).toEqual([]);
  });
}

/** Playwright's pages have the cache of private windows, in memory, which keeps one run of bytes in each 4 kB of a file. */
test("who plays a video again asks for none of its bytes again", async ({ page }) => {
  const folder = "/moov-at-front.mp4/lowest/";
  const pieces = [{ address: `${server.origin}${folder}master.m3u8`, seconds: 1.5 }];
  const media = () => server.asked.filter((each) => each.startsWith(folder) && each.includes(".mp4 bytes="));
  await page.goto(server.origin);
  server.asked.length = 0;
  for (let times = 1; times <= 3; times++) {
    expect(await page.evaluate(playAll, { player: "hls.js", pieces, atOnce: 1, rate: 4 } as const)).toEqual([]);
    // Of the picture and of the sound: the header, and the one segment with the index in front.
    expect(media(), `after ${times} times`).toHaveLength(4);
  }
});

/** Of these, what a player gets is cut from the original when it asks. */
const asTheyAre = ["moov-at-end.mp4", "moov-at-front.mp4", "fragmented.mp4", "anamorphic.mp4", "turned-90.mp4"];

let encoder: HeldEncoder | undefined;

test.afterEach(() => encoder?.release());

test("the site plays files as they are while their ladder is made", async ({ page }) => {
  const uploader = await Person.register("fixture-tests");
  const chosen = packagedFixtures().filter(({ name }) => asTheyAre.includes(name));
  expect(chosen.map(({ plays }) => plays)).toEqual(asTheyAre.map(() => "as it is"));
  await page.route("**/plain.html", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html>plain" }),
  );
  await page.goto(`${siteUrl()}/plain.html`);
  for (const library of libraries) {
    await page.evaluate(await (await fetch(`${server.origin}/${library}`)).text());
  }
  // Its ladder comes first and is held, so that the files below play as they are.
  const first = await uploader.publish(drawnClip("players", 12, "640x360"), { title: "Before the fixtures" });
  encoder = await HeldEncoder.of(first);
  for (const { name: title, original, seconds } of chosen) {
    const folder = `${siteUrl()}/media/${await uploader.publish(original, { title })}/`;
    // What a ladder replaces is served on for hours, so the first manifests are kept here.
    for (const { manifest } of players) {
      const text = await (await fetch(folder + manifest)).text();
      expect(text).toContain("source");
      await page.route(folder + manifest, (route) => route.fulfill({ body: text }));
    }
    for (const { name: player, manifest } of players) {
      const pieces = [{ address: folder + manifest, seconds }];
      expect(await page.evaluate(playAll, { player, pieces, atOnce: 1, rate: 1 }), player).toEqual([]);
    }
  }
});

interface Tour {
  player: (typeof players)[number]["name"];
  pieces: { address: string; seconds: number }[];
  atOnce: number;
  rate: number;
}

/** Runs in the page: plays all, some at once; tells what did not come to its end as it should. */
async function playAll({ player, pieces, atOnce, rate }: Tour): Promise<string[]> {
  const limitMs = 15_000;
  const complaints: string[] = [];
  const waiting = [...pieces];

  const played = async ({ address, seconds }: Tour["pieces"][number]) => {
    const video = document.createElement("video");
    Object.assign(video, { muted: true, autoplay: true, defaultPlaybackRate: rate });
    document.body.append(video);
    const errors: string[] = [];
    const started = start(video, address, errors);
    const ended = await new Promise<boolean>((done) => {
      video.addEventListener("ended", () => done(true));
      // Under dash.js a video now and then stands at its very end without the event.
      const looking = setInterval(() => video.currentTime === video.duration && done(true), 100);
      setTimeout(() => {
        clearInterval(looking);
        done(false);
      }, limitMs);
    });
    const { currentTime, duration, videoWidth } = video;
    if (!ended) errors.push(`stood at ${currentTime} of ${duration}`);
    if (Math.abs(duration - seconds) > 0.2) errors.push(`is ${duration} s long instead of ${seconds}`);
    if (!videoWidth || video.getVideoPlaybackQuality().totalVideoFrames === 0) errors.push("showed no picture");
    if (errors.length > 0) complaints.push(`${address}: ${errors.join(", ")}`);
    started.destroy();
    video.remove();
  };

  const { Hls, dashjs } = window as unknown as PlayerLibraries;
  function start(video: HTMLVideoElement, address: string, errors: string[]): { destroy(): void } {
    if (player === "hls.js") {
      const hls = new Hls({ enableWorker: false });
      // A busy machine may be late; that it goes on shows at the end.
      hls.on("hlsError", (_, { details }) => details === "bufferStalledError" || errors.push(details));
      hls.loadSource(address);
      hls.attachMedia(video);
      return hls;
    }
    const dash = dashjs.MediaPlayer().create();
    dash.on("error", ({ error }) => errors.push(error.message));
    dash.initialize(video, address, true);
    return dash;
  }

  const slot = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await played(next);
  };
  await Promise.all(Array.from({ length: atOnce }, slot));
  return complaints;
}

/** The little of the libraries that is used. */
interface PlayerLibraries {
  Hls: new (
    settings: object,
  ) => {
    on(event: "hlsError", told: (event: string, data: { details: string }) => void): void;
    loadSource(address: string): void;
    attachMedia(video: HTMLVideoElement): void;
    destroy(): void;
  };
  dashjs: {
    MediaPlayer(): {
      create(): {
        on(event: "error", told: (event: { error: { message: string } }) => void): void;
        initialize(video: HTMLVideoElement, address: string, autoplay: boolean): void;
        destroy(): void;
      };
    };
  };
}
