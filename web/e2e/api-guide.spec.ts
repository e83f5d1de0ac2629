import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { drawnClip } from "./support/clips";
import { repository } from "./support/site";
import { expect, siteUrl, test } from "./support/test";

test("every command of docs/api.md does what the guide says", async () => {
  const guide = await readFile(join(repository, "docs/api.md"), "utf8");
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
  expect(blocks.length).toBeGreaterThan(10);
  const script = ["set -euxo pipefail", ...blocks].join("\n");
  const environment = { ...process.env, SITE: siteUrl(), CLIP: drawnClip("guide", 6, "640x360") };
  await promisify(execFile)("bash", ["-c", script], { env: environment, timeout: 60_000 });
});
