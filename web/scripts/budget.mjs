// Fails the build when the JavaScript of the first view (entry, its static imports, the home page) outgrows 200 kB gzip.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const limit = 200 * 1024;
const folder = process.argv[2] ?? "dist";
const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8"));

const seen = new Set();
function visit(key) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) visit(imported);
}
for (const key of Object.keys(manifest)) {
  if (manifest[key].isEntry || /routes\/index\.tsx/.test(key)) visit(key);
}
const sizes = [...seen].map((file) => [file, gzipSync(readFileSync(join(folder, file)), { level: 9 }).length]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
for (const [file, size] of sizes.sort((a, b) => b[1] - a[1]))
  console.log(`${(size / 1024).toFixed(1).padStart(7)} kB  ${file}`);
console.log(`${(total / 1024).toFixed(1).padStart(7)} kB  JavaScript of the first view, limit ${limit / 1024} kB`);
if (total > limit) process.exit(1);
