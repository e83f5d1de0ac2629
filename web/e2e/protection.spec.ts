import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Person, send, signIn } from "./support/api";
import { drawnClip } from "./support/clips";
import { expect, siteUrl, test } from "./support/test";

/** An encrypted video plays for those who may, and for nobody else. */

let owner: Person;
let viewer: Person;
let videoId: string;
const seconds = 4;

test.beforeAll(async () => {
  [owner, viewer] = await Promise.all([Person.register("protect-owner"), Person.register("protect-viewer")]);
  videoId = await owner.publish(drawnClip("protected", seconds, "640x360"), { title: "For a few", premium: true });
  await owner.until(videoId, ({ stage }) => stage === "done", 110_000);
});

const currentTime = (video: HTMLVideoElement) => video.currentTime;

test("is locked for a viewer without access, and plays to the end once there is one", async ({ page }) => {
  await signIn(page, viewer);
  await page.goto(`/watch/${videoId}`);
  await expect(page.getByText("This video is for those who were given access")).toBeVisible();
  await expect(page.locator("video")).toHaveCount(0);

  await send("PUT", `/api/v1/videos/${videoId}/entitlements/${viewer.username}`, { token: owner.token });
  const license = page.waitForResponse((answer) => answer.url().endsWith("/license"));
  await page.reload();
  const video = page.locator("video");
  await video.evaluate((element: HTMLVideoElement) => element.play());
  expect((await license).status()).toBe(200);
  await expect.poll(() => video.evaluate(currentTime)).toBeGreaterThan(1);
  await video.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 3;
  });
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.ended)).toBe(true);
});

const packages = dirname(dirname(createRequire(import.meta.url).resolve("hls.js/package.json")));

test("shaka-player plays its DASH with a key, and nothing without", async ({ page }) => {
  const { video_urls } = await send<{ video_urls: { dash: string } }>("GET", `/api/v1/videos/${videoId}`, {
    token: owner.token,
  });
  const script = await readFile(join(packages, "shaka-player/dist/shaka-player.compiled.js"), "utf8");
  await page.route("**/plain.html", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><video muted></video>" }),
  );
  const play = async (token: string) => {
    await page.goto(`${siteUrl()}/plain.html`);
    await page.evaluate(script);
    return page.evaluate(
      `(async (manifest, license, token, video) => {
        const player = new shaka.Player();
        await player.attach(video);
        player.configure({ drm: { servers: { "org.w3.clearkey": license } } });
        player.getNetworkingEngine().registerRequestFilter((type, request) => {
          if (type !== shaka.net.NetworkingEngine.RequestType.LICENSE) return;
          request.headers["Content-Type"] = "application/json";
          request.headers.Authorization = "Bearer " + token;
        });
        try {
          const end = new Promise((resolve, reject) => {
            video.addEventListener("ended", () => resolve("ended"));
            player.addEventListener("error", ({ detail }) => reject(detail));
          });
          end.catch(() => undefined);
          await player.load(manifest);
          await Promise.race([end, video.play()]);
          return await end;
        } catch (error) {
          return String(error.code ?? error);
        }
      })("${video_urls.dash}", "/api/v1/videos/${videoId}/license", "${token}", document.querySelector("video"))`,
    );
  };
  expect(await play(owner.token)).toBe("ended");
  const stranger = await Person.register("protect-stranger");
  // LICENSE_REQUEST_FAILED
  expect(await play(stranger.token)).toBe("6007");
});
