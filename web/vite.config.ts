import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.VIDSTEAD_SERVER ?? "http://127.0.0.1:8080";
const proxied = ["/api", "/media", "/health", "/openapi", "/docs", "/.well-known"];
const sockets = { "/ws": { target: server.replace("http", "ws"), ws: true } };

export default defineConfig({
  plugins: [tanstackRouter(), react(), tailwindcss()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: {
    host: "127.0.0.1",
    proxy: { ...Object.fromEntries(proxied.map((path) => [path, { target: server }])), ...sockets },
  },
  build: {
    target: "es2022",
    // Nothing is inlined as data: the content security policy allows files of this site only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    chunkSizeWarningLimit: 900,
    // Few files: what every page needs is one, what several pages need is another. Left alone there were 55 for the first
    // picture, most of them smaller than the request for them.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "app", tags: ["$initial"], priority: 2 },
            { name: "shared", minShareCount: 8, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    // A world of its own for each of forty files took thirty times as long as their tests; what they change they put back.
    isolate: false,
  },
});
