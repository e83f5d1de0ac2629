import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { api } from "@/api/client";
import type { NotificationPreferences } from "@/api/types";
import { preferencesQuery, useChangePreferences } from "@/features/notifications/queries";
import { queryClient } from "./queryClient";

const before: NotificationPreferences = {
  digest: "daily",
  kinds: [{ kind: "reply", in_app: true, email: false, push: false }],
};

function Box() {
  const { data = before } = useQuery({ ...preferencesQuery, enabled: false });
  const change = useChangePreferences();
  return (
    <input
      type="checkbox"
      checked={data.kinds.some(({ email }) => email)}
      onChange={({ target }) => change.mutate({ kinds: [{ kind: "reply", email: target.checked }] })}
    />
  );
}

const state = () => screen.getByRole<HTMLInputElement>("checkbox").checked;
const microtasks = async () => {
  for (let n = 0; n < 50; n++) await Promise.resolve();
};

afterEach(() => queryClient.clear());

it("shows a choice before the browser draws again, and takes it back when the server refuses it", async () => {
  queryClient.setQueryData(preferencesQuery.queryKey, before);
  let refuse: (reason: Error) => void = () => undefined;
  vi.spyOn(api, "PATCH").mockReturnValue(new Promise((_, reject) => (refuse = reject)));
  render(
    <QueryClientProvider client={queryClient}>
      <Box />
    </QueryClientProvider>,
  );
  await act(async () => {
    fireEvent.click(screen.getByRole("checkbox"));
    await microtasks();
  });
  expect(state()).toBe(true);
  await act(async () => {
    refuse(new Error("no"));
    await microtasks();
  });
  expect(state()).toBe(false);
});
