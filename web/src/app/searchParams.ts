import { parseSearchWith, stringifySearchWith } from "@tanstack/react-router";

/** Parameters are what stands in the address: a q in quotes asks for a phrase and is no string of JSON's. */
export const parseSearch = parseSearchWith((text) => text);
export const stringifySearch = stringifySearchWith(JSON.stringify);
