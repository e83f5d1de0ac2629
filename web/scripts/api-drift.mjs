// Fails when src/api/schema.d.ts is not what docs/openapi.json says; `npm run api` mends it.
import { readFileSync } from "node:fs";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";

const document = new URL("../../docs/openapi.json", import.meta.url);
const written = readFileSync(new URL("../src/api/schema.d.ts", import.meta.url), "utf8");
const wanted = `${COMMENT_HEADER}${astToString(await openapiTS(document))}`;
if (written.trim() !== wanted.trim()) {
  console.error("src/api/schema.d.ts is not made from docs/openapi.json: run npm run api");
  process.exit(1);
}
