import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import { en } from "@/lib/i18n/en";
import { withTexts } from "@/testing/withTexts";
import { part } from "./part";
import { Toasts } from "./Toasts";

beforeAll(() => withTexts({ common: en }));

/** Its program cannot be had the first time. */
function failingOnce() {
  const load = vi.fn((): Promise<() => React.ReactNode> => Promise.resolve(() => <p>The panel</p>));
  load.mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"));
  return { load, Panel: part(load) };
}

function Page({ Panel }: { Panel: ReturnType<typeof failingOnce>["Panel"] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open ? <Panel onMissing={() => setOpen(false)} /> : null}
      <Toasts label="Messages" />
    </>
  );
}

test("the page stays and says so when a part does not come, and the next press asks for it again", async () => {
  const { load, Panel } = failingOnce();
  render(<Page Panel={Panel} />);
  fireEvent.click(screen.getByText("Open"));
  await screen.findByText(en.partMissing);
  expect(screen.getByRole("button", { name: en.reload })).toBeTruthy();
  fireEvent.click(screen.getByText("Open"));
  await screen.findByText("The panel");
  expect(load).toHaveBeenCalledTimes(2);
});

test("what waits for a part stands where it did not come", async () => {
  const { Panel } = failingOnce();
  const told = vi.fn();
  render(<Panel waiting={<p>Its shape</p>} onMissing={told} />);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(screen.getByText("Its shape")).toBeTruthy();
});
