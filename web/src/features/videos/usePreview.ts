import { useEffect, useRef, useState } from "react";

const LINGER_MS = 450;

/** Whether this person and this connection want pictures that move by themselves. */
function wanted(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData !== true && !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The clip of a card once the mouse or the focus has stayed on it for a moment; spread `handlers` on the card. */
export function usePreview(url: string | null) {
  const [shown, setShown] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const begin = () => {
    window.clearTimeout(timer.current);
    if (url && wanted()) timer.current = window.setTimeout(() => setShown(true), LINGER_MS);
  };
  const end = () => {
    window.clearTimeout(timer.current);
    setShown(false);
  };
  return {
    preview: shown ? url : null,
    handlers: {
      onPointerEnter: (event: { pointerType: string }) => {
        if (event.pointerType === "mouse") begin();
      },
      onPointerLeave: end,
      onFocus: begin,
      onBlur: end,
    },
  };
}
