import { fireEvent, render, screen } from "@testing-library/react";
import { beforeAll, describe, expect, test } from "vitest";
import { en as common } from "@/lib/i18n/en";
import { withTexts } from "@/testing/withTexts";
import { en } from "./i18n/en";
import { SettingsMenu } from "./SettingsMenu";

const quality = (height: number) => ({
  name: `${height}p`,
  width: (height * 16) / 9,
  height,
  fps: 25,
  bitrate: height,
});

describe("the settings menu", () => {
  beforeAll(() => withTexts({ player: en, common }));

  function open(
    chosen: string,
    change: (name: string) => void = () => undefined,
    captions: { id: string; label: string }[] = [],
  ) {
    render(
      <SettingsMenu
        container={document.body}
        engine={{ qualities: [quality(1080)], playing: quality(1080), problem: undefined }}
        ready={[{ name: "360p", fps: 25, bitrate: 360 }]}
        quality={chosen}
        onQuality={change}
        rate={1}
        onRate={() => undefined}
        captions={{ choices: captions, showing: "off", choose: () => undefined }}
        stableVolume={undefined}
        onStatistics={() => undefined}
        onShortcuts={() => undefined}
      />,
    );
    fireEvent.keyDown(screen.getByRole("button", { name: "Settings" }), { key: "Enter" });
  }

  test("tells what automatic plays now, and offers what has become ready", () => {
    open("auto");
    fireEvent.click(screen.getByRole("menuitem", { name: /Quality.*Automatic \(1080p\)/ }));
    const choices = screen.getAllByRole("menuitemradio");
    expect(choices.map((choice) => choice.textContent)).toEqual(["1080p", "360p", "Automatic (1080p)"]);
    expect(screen.getByRole("menuitemradio", { checked: true }).textContent).toBe("Automatic (1080p)");
  });

  test("hands on the choice", () => {
    const chosen: string[] = [];
    open("auto", (name) => chosen.push(name));
    fireEvent.click(screen.getByRole("menuitem", { name: /Quality/ }));
    fireEvent.click(screen.getByRole("menuitemradio", { name: "360p" }));
    expect(chosen).toEqual(["360p"]);
  });

  test("speaks of captions only where there are some", () => {
    open("auto");
    expect(screen.queryByRole("menuitem", { name: /Captions/ })).toBeNull();
  });

  test("lists captions where there are some", () => {
    open("auto", undefined, [{ id: "de", label: "Deutsch" }]);
    expect(screen.getByRole("menuitem", { name: /Captions.*Off/ })).toBeTruthy();
  });
});
