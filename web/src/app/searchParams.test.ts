import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./searchParams";

describe("parameters of addresses", () => {
  it("keep their quotes when somebody types them", () => {
    expect(parseSearch('?q="red wine"')).toEqual({ q: '"red wine"' });
    expect(parseSearch("?q=%22red+wine%22&type=video")).toEqual({ q: '"red wine"', type: "video" });
  });

  it.each(["red wine", '"red wine" -white', "a&b=c", "{}", "null", "100 %"])("come back as they were: %s", (q) => {
    expect(parseSearch(stringifySearch({ q }))).toEqual({ q });
  });

  it("leaves numbers bare", () => {
    expect(stringifySearch({ t: 95 })).toBe("?t=95");
    expect(parseSearch("?t=95")).toEqual({ t: 95 });
  });
});
