// Runs before the first paint, so that no page flashes in the wrong theme. The rest is in src/lib/theme.ts.
(() => {
  let choice = "system";
  try {
    choice = localStorage.getItem("vidstead.theme") ?? "system";
  } catch {}
  const dark = choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
