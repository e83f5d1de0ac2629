import { act } from "@testing-library/react";
import { vi } from "vitest";
import { turns } from "./turns";

/** Sees the end of every list at once. */
class EndInSight {
  private readonly see: IntersectionObserverCallback;
  constructor(see: IntersectionObserverCallback) {
    this.see = see;
  }
  observe(): void {
    this.see([{ isIntersecting: true } as IntersectionObserverEntry], this as unknown as IntersectionObserver);
  }
  disconnect(): void {}
}

/**
 * A server that has the first page of a list and refuses the second, and a browser that sees the list's end.
 * Counts how often the second is asked for, given leisure to ask again. `vi.unstubAllGlobals` ends it.
 */
export function refuseSecondPage(first: object, others: Record<string, object> = {}): () => Promise<number> {
  let asked = 0;
  const pagination = { has_more: true, next_cursor: "2" };
  vi.stubGlobal("IntersectionObserver", EndInSight);
  vi.stubGlobal("fetch", async ({ url }: Request) => {
    const { pathname, searchParams } = new URL(url);
    if (!searchParams.has("cursor")) return Response.json(others[pathname] ?? { ...first, pagination });
    asked += 1;
    // Late enough for the list to be drawn while it is asked.
    await turns(5);
    return Response.json({}, { status: 404 });
  });
  return async () => {
    await act(() => turns(50));
    return asked;
  };
}
