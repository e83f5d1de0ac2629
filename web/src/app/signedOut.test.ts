import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { session } from "@/api/client";
import { localPositions } from "@/features/player/report";
import "./queryClient";

const unsubscribe = vi.fn(() => Promise.resolve(true));

// A browser that gets messages, and a server that agrees to all.
beforeEach(() => {
  const registration = { pushManager: { getSubscription: () => Promise.resolve({ unsubscribe }) } };
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("Notification", class {});
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: () => Promise.resolve(registration) } });
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
});

afterEach(async () => {
  await session.signOut();
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("who signs out leaves neither positions nor messages to the next person", async () => {
  session.signIn({ access_token: "a", expires_in: 900 });
  localPositions.set("v", 40);
  localStorage.setItem("vidstead.push", "7");

  await session.signOut();

  expect(localPositions.get("v")).toBeUndefined();
  expect(localStorage.getItem("vidstead.push")).toBeNull();
  await vi.waitFor(() => expect(unsubscribe).toHaveBeenCalledOnce());
});

test("who signs in keeps what was watched before without an account", () => {
  localPositions.set("v", 40);
  session.signIn({ access_token: "a", expires_in: 900 });
  expect(localPositions.get("v")).toBe(40);
});
