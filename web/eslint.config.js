// Typed rules, rules of hooks, and the direction of imports. Formatting and the rest is Biome's.
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** A feature may use another feature's parts only along these edges. */
const featureEdges = {
  home: ["videos", "auth", "recommend", "worldevents"],
  recommend: ["videos", "playlists"],
  trending: ["videos"],
  engagement: ["videos"],
  channel: ["videos", "engagement", "playlists"],
  playlists: ["videos"],
  library: ["videos", "playlists"],
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

export default tseslint.config(
  { ignores: ["dist", "src/app/routeTree.gen.ts", "src/api/schema.d.ts", "scripts", "eslint.config.js", "public"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-unused-vars": "off", // Biome and tsc
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "package", package: "@tanstack/router-core", name: ["Redirect", "NotFoundError"] }] },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries, "react-hooks": reactHooks },
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
      ...reactHooks.configs.recommended.rules,
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: [
            { from: element("app"), allow: { to: element("app", "feature", "ui", "lib", "api") } },
            { from: element("feature"), allow: { to: element("ui", "lib", "api") } },
            ...Object.entries(featureEdges).flatMap(([name, others]) =>
              others.map((other) => ({
                from: { element: { type: "feature", captured: { name } } },
                allow: { to: { element: { type: "feature", captured: { name: other } } } },
              })),
            ),
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
);
