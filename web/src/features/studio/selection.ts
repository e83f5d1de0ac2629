/** Which rows of a list are chosen; `anchor` is where a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/** One row on or off; with `range` all rows from the anchor to it become as it does. */
export function toggle(selection: Selection, rows: readonly string[], id: string, range: boolean): Selection {
  const on = !selection.ids.has(id);
  const from = range && selection.anchor !== null ? rows.indexOf(selection.anchor) : -1;
  const to = rows.indexOf(id);
  const touched = from < 0 || to < 0 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  const ids = new Set(selection.ids);
  for (const each of touched) {
    if (on) ids.add(each);
    else ids.delete(each);
  }
  return { ids, anchor: id };
}

/** All rows, or none when all are chosen already. */
export const toggleAll = (selection: Selection, rows: readonly string[]): Selection =>
  allOf(selection, rows) === true ? NOTHING : { ids: new Set(rows), anchor: null };

/** Whether all rows are chosen; `"some"` between all and none. */
export function allOf({ ids }: Selection, rows: readonly string[]): boolean | "some" {
  const chosen = rows.filter((id) => ids.has(id)).length;
  return chosen === 0 ? false : chosen === rows.length ? true : "some";
}

/** Without rows that are no longer shown: nothing unseen is ever acted upon. */
export function within(selection: Selection, rows: readonly string[]): Selection {
  const ids = new Set(rows.filter((id) => selection.ids.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}
