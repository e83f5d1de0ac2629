import { useLayoutEffect, useRef } from "react";
import { CORNER } from "./corner";
import { leavePage, move, type PlayerSource, playerElement, showOnPage } from "./stage";

/** The place of the player in a page; the player itself is moved in, playing or not. */
export function PlayerSlot({ source }: { source: PlayerSource }) {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (slot.current) move(playerElement, slot.current);
    return () => leavePage(document.getElementById(CORNER));
  }, []);
  useLayoutEffect(() => showOnPage(source), [source]);
  return <div ref={slot} className="size-full" />;
}
