// The direction of imports. Rules of types and of React are oxlint's, formatting and the rest is Biome's.
import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";
import boundaries from "eslint-plugin-boundaries";

/** A feature may use another feature's parts only along these edges. */
const featureEdges = {
  home: ["videos", "auth", "recommend", "worldevents"],
  recommend: ["videos", "playlists"],
  trending: ["videos"],
  engagement: ["videos"],
  channel: ["videos", "engagement", "playlists"],
  playlists: ["videos"],
  library: ["videos", "playlists", "player"],
  comments: ["videos", "player", "engagement"],
  captions: ["videos", "player"],
  worldevents: ["videos"],
  watch: ["videos", "player", "playlists", "engagement", "comments", "captions", "recommend"],
  details: ["videos"],
  processing: ["videos"],
  uploads: ["videos", "details", "processing"],
  studio: ["videos", "details", "processing", "uploads", "comments", "captions"],
  setup: ["auth"],
  settings: ["auth"],
  search: ["videos", "engagement"],
};

const element = (...types) => ({ element: { types: { anyOf: types } } });

export default defineConfig([
  { ignores: ["src/app/routeTree.gen.ts", "src/api/schema.d.ts"] },
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parser },
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { project: "tsconfig.json" } },
      "boundaries/elements": [
        { type: "feature", pattern: "src/features/*", capture: ["name"] },
        { type: "app", pattern: "src/app" },
        { type: "ui", pattern: "src/ui" },
        { type: "lib", pattern: "src/lib" },
        { type: "api", pattern: "src/api" },
        { type: "testing", pattern: "src/testing" },
      ],
      "boundaries/files": [{ category: "test", pattern: "**/*.test.{ts,tsx}" }],
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: [
            { from: element("app"), allow: { to: element("app", "feature", "ui", "lib", "api") } },
            { from: element("feature"), allow: { to: element("ui", "lib", "api") } },
            ...Object.entries(featureEdges).map(([name, others]) => ({
              from: { element: { type: "feature", captured: { name } } },
              allow: { to: { element: { type: "feature", captured: { name: others } } } },
            })),
            { from: element("ui"), allow: { to: element("ui", "lib") } },
            { from: element("api"), allow: { to: element("api", "lib") } },
            { from: element("lib"), allow: { to: element("lib") } },
            { from: element("testing"), allow: { to: element("testing", "lib", "api", "ui") } },
            { from: { file: { categories: "test" } }, allow: { to: element("testing") } },
            { allow: { to: { module: { origin: "external" } } } },
            { allow: { to: { module: { origin: "core" } } } },
          ],
        },
      ],
    },
  },
]);
