import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as hlsParser from "hls-parser";
import { Parser } from "m3u8-parser";
import { parse as parseMpd } from "mpd-parser";
import { Person } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, siteUrl, test } from "./support/test";

/** What others read in the site's manifests, and what an independent packager says of the same files. No browser. */

let folder: string;
const seconds = 12;

test.beforeAll(async () => {
  const uploader = await Person.register("manifest-tests");
  const videoId = await uploader.publish(drawnClip("players", seconds, "640x360"), { title: "For readers" });
  await uploader.until(videoId, ({ stage }) => stage === "done", 110_000);
  folder = `${siteUrl()}/media/${videoId}/`;
});

const text = async (name: string) => (await fetch(folder + name)).text();

test("three readers agree on the tracks, their codecs, sizes, lengths and ranges", async () => {
  const written = await text("master.m3u8");
  const master = hlsParser.parse(written) as hlsParser.types.MasterPlaylist;
  const other = readM3u8(written);
  const dash = parseMpd(await text("manifest.mpd"), { manifestUri: `${folder}manifest.mpd` });
  const variants = master.variants.filter(({ isIFrameOnly }) => !isIFrameOnly);
  const keyframes = master.variants.filter(({ isIFrameOnly }) => isIFrameOnly);

  expect(variants.length).toBeGreaterThan(2);
  expect(keyframes.map(({ resolution }) => resolution?.height)).toEqual(
    variants.map(({ resolution }) => resolution?.height),
  );
  expect(other.playlists).toHaveLength(variants.length);
  expect(dash.playlists).toHaveLength(variants.length);
  expect(dash.duration).toBeCloseTo(seconds, 0);

  for (const [number, variant] of variants.entries()) {
    const playlist = other.playlists[number];
    const { attributes } = playlist ?? {};
    expect(attributes?.CODECS).toBe(variant.codecs);
    expect(attributes?.BANDWIDTH).toBe(variant.bandwidth);
    expect(Number(attributes?.["AVERAGE-BANDWIDTH"])).toBe(variant.averageBandwidth);
    expect(Number(attributes?.["FRAME-RATE"])).toBe(variant.frameRate);
    expect(variant.audio.length).toBe(1);
    const inDash = dash.playlists.find(
      ({ attributes: { RESOLUTION } }) => RESOLUTION?.height === variant.resolution?.height,
    );
    expect(variant.codecs?.split(",")[0]).toBe(inDash?.attributes.CODECS);

    const media = await text(variant.uri);
    const mine = hlsParser.parse(media) as hlsParser.types.MediaPlaylist;
    const { segments } = readM3u8(media);
    expect(mine.segments.map(({ byterange }) => byterange)).toEqual(segments.map(({ byterange }) => byterange));
    expect(sum(segments.map(({ duration }) => duration))).toBeCloseTo(seconds, 1);
    const frames = hlsParser.parse(await text(`keyframes-${variant.uri}`)) as hlsParser.types.MediaPlaylist;
    expect(frames.isIFrame).toBe(true);
    for (const [at, { byterange }] of frames.segments.entries()) {
      const { offset = 0, length = 0 } = mine.segments[at]?.byterange ?? {};
      // The first segment has the index in front.
      if (at > 0) expect(byterange?.offset).toBe(offset);
      expect(byterange?.offset).toBeLessThan(offset + length);
      expect(byterange?.length).toBeLessThan(mine.segments[at]?.byterange?.length ?? 0);
    }
  }
});

test("shaka-packager measures the same bandwidths", async () => {
  const { variants } = hlsParser.parse(await text("master.m3u8")) as hlsParser.types.MasterPlaylist;
  const work = await mkdtemp(join(tmpdir(), "vidstead-packager-"));
  try {
    for (const variant of variants.filter(({ isIFrameOnly }) => !isIFrameOnly)) {
      const media = hlsParser.parse(await text(variant.uri)) as hlsParser.types.MediaPlaylist;
      const file = media.segments[0]?.uri ?? "";
      await writeFile(join(work, file), Buffer.from(await (await fetch(folder + file)).arrayBuffer()));
      const read = hlsParser.parse(await readFile(packaged(work, file), "utf8")) as hlsParser.types.MasterPlaylist;
      const [said] = read.variants;
      const sound = await audioBandwidth(variant);
      const ours = { peak: variant.bandwidth - sound.peak, average: (variant.averageBandwidth ?? 0) - sound.average };
      expect(Math.abs(ours.peak / (said?.bandwidth ?? 0) - 1)).toBeLessThan(0.001);
      expect(Math.abs(ours.average / (said?.averageBandwidth ?? 0) - 1)).toBeLessThan(0.001);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});

/** What of a variant's bandwidth is its sound's. */
async function audioBandwidth({ audio }: hlsParser.types.Variant): Promise<{ peak: number; average: number }> {
  const uri = audio[0]?.uri;
  if (!uri) return { peak: 0, average: 0 };
  const { segments } = hlsParser.parse(await text(uri)) as hlsParser.types.MediaPlaylist;
  const bytes = segments.map(({ byterange }) => byterange?.length ?? 0);
  const peaks = segments.map(({ duration }, at) => (duration >= 2 ? ((bytes[at] ?? 0) * 8) / duration : 0));
  return { peak: Math.max(...peaks), average: (sum(bytes) * 8) / sum(segments.map(({ duration }) => duration)) };
}

/** The multivariant playlist that the packager writes for one file. */
function packaged(work: string, file: string): string {
  const stream = `in=${file},stream=video,output=their-${file},playlist_name=their.m3u8`;
  const script = createRequire(import.meta.url).resolve("shaka-packager/package.json");
  const program = join(dirname(script), "index.js");
  const options = ["--segment_duration", "4", "--fragment_duration", "4", "--hls_master_playlist_output", "m.m3u8"];
  execFileSync(process.execPath, [program, stream, ...options], { cwd: work, stdio: "pipe" });
  return join(work, "m.m3u8");
}

function readM3u8(playlist: string) {
  const parser = new Parser();
  parser.push(playlist);
  parser.end();
  return parser.manifest;
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
