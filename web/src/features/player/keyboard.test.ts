import { describe, expect, test } from "vitest";
import { commandFor, isForPlayer, nextRate } from "./keyboard";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) =>
  commandFor({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe("keys", () => {
  test.each([
    [" ", { kind: "toggle-play" }],
    ["K", { kind: "toggle-play" }],
    ["j", { kind: "seek-by", seconds: -10 }],
    ["l", { kind: "seek-by", seconds: 10 }],
    ["ArrowRight", { kind: "seek-by", seconds: 5 }],
    ["ArrowUp", { kind: "volume-by", step: 0.05 }],
    ["7", { kind: "seek-to", fraction: 0.7 }],
    ["<", { kind: "rate-by", step: -1 }],
    [",", { kind: "frame", step: -1 }],
    ["f", { kind: "fullscreen" }],
    ["t", { kind: "theatre" }],
    ["c", { kind: "captions" }],
    ["?", { kind: "help" }],
    ["x", undefined],
    ["Tab", undefined],
  ])("%j does %o", (key, command) => expect(press(key)).toEqual(command));

  test("belong to the browser with Ctrl, Alt or Command", () => {
    for (const held of ["ctrlKey", "altKey", "metaKey"] as const) expect(press("f", { [held]: true })).toBeUndefined();
  });
});

describe("a key is for the player", () => {
  const focused = (html: string, selector: string) => {
    document.body.innerHTML = html;
    return document.querySelector(selector);
  };

  test("from anywhere on the page", () => {
    expect(isForPlayer("k", null)).toBe(true);
    expect(isForPlayer(" ", focused("<main tabindex=-1></main>", "main"))).toBe(true);
  });

  test("but not while somebody types, or is in a menu or dialog", () => {
    expect(isForPlayer("k", focused("<input>", "input"))).toBe(false);
    expect(
      isForPlayer("1", focused("<div role=menu><div role=menuitem tabindex=-1></div></div>", "[role=menuitem]")),
    ).toBe(false);
    expect(isForPlayer("j", focused("<div role=dialog><button></button></div>", "button"))).toBe(false);
  });

  test("but not the space bar on a button, nor the arrows on a slider", () => {
    expect(isForPlayer(" ", focused("<button></button>", "button"))).toBe(false);
    expect(isForPlayer("k", focused("<button></button>", "button"))).toBe(true);
    expect(isForPlayer("ArrowLeft", focused("<i role=slider tabindex=0></i>", "i"))).toBe(false);
    expect(isForPlayer("m", focused("<i role=slider tabindex=0></i>", "i"))).toBe(true);
  });
});

test("speeds go up and down by steps and stop at the ends", () => {
  expect(nextRate(1, 1)).toBe(1.25);
  expect(nextRate(1, -1)).toBe(0.75);
  expect(nextRate(2, 1)).toBe(2);
  expect(nextRate(0.25, -1)).toBe(0.25);
});
