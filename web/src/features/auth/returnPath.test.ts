import { expect, test } from "vitest";
import { returnPath } from "./returnPath";

test("one comes back to a page of this site", () => {
  expect(returnPath("/studio?sort=views")).toBe("/studio?sort=views");
  expect(returnPath("/@ann")).toBe("/@ann");
});

test("and never elsewhere, nor round in circles", () => {
  for (const bad of [
    undefined,
    "",
    "https://a.example",
    "//a.example",
    "/\\a.example",
    "\\\\a",
    "/a\nb",
    "javascript:alert(1)",
  ]) {
    expect(returnPath(bad)).toBe("/");
  }
  for (const circle of ["/login", "/login?redirect=/x", "/register", "/setup#a"]) expect(returnPath(circle)).toBe("/");
  expect(returnPath("/loginless")).toBe("/loginless");
});
