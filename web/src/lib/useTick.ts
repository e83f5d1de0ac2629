import { useEffect, useState } from "react";

/** The time, renewed this often while shown: for figures that change although nothing happens. */
export function useTick(milliseconds: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), milliseconds);
    return () => window.clearInterval(timer);
  }, [milliseconds]);
  return now;
}
