import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { withTexts } from "./withTexts";

// Texts that come with their pages are added while those are imported.
await withTexts({});

afterEach(cleanup);
