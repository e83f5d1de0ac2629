// Writes src/app/routeTree.gen.ts, which is not committed: type checks and tests need it without a build.
import { Generator, getConfig } from "@tanstack/router-generator";

const root = new URL("..", import.meta.url).pathname;
const config = getConfig({}, root);
await new Generator({ config, root }).run();
