import { stat } from "node:fs/promises";
import { Person } from "./support/api";
import { drawnClip, paddedClip } from "./support/clips";
import { Edge } from "./support/edge";
import { expect, siteUrl, test } from "./support/test";

/** The nginx configuration of deploy/ in front of the site. */

test.skip(!Edge.installed, "nginx is not installed (Debian: apt-get install nginx-light)");

let edge: Edge;
let owner: Person;
let file: string;

test.beforeAll(async () => {
  edge = await Edge.start();
  owner = await Person.register("edge-tests");
  const id = await owner.publish(drawnClip("edge", 4, "640x360"), { title: "Behind an edge" });
  await owner.until(id, ({ stage }) => stage === "done", 110_000);
  const master = await (await fetch(`${siteUrl()}/media/${id}/master.m3u8`)).text();
  const playlist = master.split("\n").find((line) => line.endsWith(".m3u8"));
  const listed = await (await fetch(`${siteUrl()}/media/${id}/${playlist}`)).text();
  file = `/media/${id}/${/#EXT-X-MAP:URI="([^"]+)"/.exec(listed)?.[1]}`;
});

test.afterAll(async () => edge.stop());

test("a range is fetched once and then served from the cache, byte for byte", async () => {
  const range = { headers: { Range: "bytes=1000-50999" } };
  const original = Buffer.from(await (await fetch(siteUrl() + file, range)).arrayBuffer());
  const first = await fetch(edge.url + file, range);
  expect(first.status).toBe(206);
  expect(Buffer.from(await first.arrayBuffer()).equals(original)).toBe(true);
  const second = await fetch(edge.url + file, range);
  expect(second.headers.get("X-Cache")).toBe("HIT");
  expect(Buffer.from(await second.arrayBuffer()).equals(original)).toBe(true);
});

test("an upload goes through, larger than the edge's own limit would be", async () => {
  const clip = paddedClip(1_200_000);
  expect((await stat(clip)).size).toBeGreaterThan(1_100_000);
  const id = await owner.publish(clip, { title: "Through the edge" }, edge.url);
  expect(id).toHaveLength(11);
});

test("metrics are not for the world", async () => {
  expect((await fetch(`${siteUrl()}/metrics`)).status).toBe(200);
  expect((await fetch(`${edge.url}/metrics`)).status).toBe(404);
});
