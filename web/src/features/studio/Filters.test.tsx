import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { withTexts } from "@/testing/withTexts";
import { Filters } from "./Filters";
import { en } from "./i18n/en";
import type { StudioFilter } from "./queries";

beforeAll(() => withTexts({ studio: en }));
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The filters, and an address that changes when the test says so. */
function show() {
  const handedOn: StudioFilter[] = [];
  const filters = (filter: StudioFilter) => (
    <Filters filter={filter} onFilter={(next) => handedOn.push(next)} count={undefined} />
  );
  const { rerender } = render(filters({}));
  return { handedOn, address: (filter: StudioFilter) => rerender(filters(filter)) };
}

const field = () => screen.getByRole<HTMLInputElement>("searchbox", { name: "Find by title" });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const pause = () => act(() => void vi.advanceTimersByTime(300));

test("the writer stays in the field when the first letter finds videos, and when the last is taken away", () => {
  const { handedOn, address } = show();
  const before = field();
  before.focus();
  type("b");
  pause();
  expect(handedOn).toEqual([{ q: "b" }]);
  address({ q: "b" });
  expect(document.activeElement).toBe(before);
  type("");
  pause();
  address({});
  expect(document.activeElement).toBe(before);
  expect(field()).toBe(before);
});

test("what is typed on stays while the address follows", () => {
  const { handedOn, address } = show();
  type("b");
  pause();
  type("bi");
  pause();
  type("bir ");
  address({ q: "b" });
  address({ q: "bi" });
  expect(field().value).toBe("bir ");
  pause();
  address({ q: "bir" });
  expect(field().value).toBe("bir ");
  expect(handedOn).toEqual([{ q: "b" }, { q: "bi" }, { q: "bir" }]);
});

test("the field says what the table shows when the address changes elsewhere", () => {
  const { handedOn, address } = show();
  type("birch");
  pause();
  address({ q: "birch" });
  address({});
  expect(field().value).toBe("");
  address({ q: "cedar" });
  expect(field().value).toBe("cedar");
  pause();
  expect(handedOn).toEqual([{ q: "birch" }]);
});
