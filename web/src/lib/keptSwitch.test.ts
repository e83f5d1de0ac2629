import { afterEach, describe, expect, it } from "vitest";
import { keptSwitch } from "./keptSwitch";

describe("keptSwitch", () => {
  afterEach(() => localStorage.clear());

  it("holds its usual state until somebody chooses otherwise, also after a reload", () => {
    const first = keptSwitch("test.switch", false);
    expect(first.get()).toBe(false);
    first.set(true);
    expect(first.get()).toBe(true);
    expect(keptSwitch("test.switch", false).get()).toBe(true);
    first.set(false);
    expect(localStorage.getItem("test.switch")).toBeNull();
  });

  it("remembers a no where yes is usual", () => {
    keptSwitch("test.switch", true).set(false);
    expect(keptSwitch("test.switch", true).get()).toBe(false);
  });

  it("tells who listens, until they stop", () => {
    const one = keptSwitch("test.switch", false);
    let told = 0;
    const stop = one.subscribe(() => told++);
    one.set(true);
    stop();
    one.set(false);
    expect(told).toBe(1);
  });
});
