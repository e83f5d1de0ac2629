/** What is looked for, as the address says it. A field that is not there is at its usual value. */
export interface SearchState {
  q?: string;
  type?: Exclude<ResultType, "video">;
  sort?: Exclude<SearchSort, "relevance">;
  duration?: (typeof DURATIONS)[number];
  uploaded?: (typeof UPLOADED)[number];
  resolution?: (typeof RESOLUTIONS)[number];
  captions?: true;
  category?: string;
  language?: string;
  /** A channel's user name. */
  channel?: string;
}

export const TYPES = ["video", "channel", "playlist", "comment"] as const;
export const SORTS = ["relevance", "date", "views", "rating"] as const;
export const DURATIONS = ["short", "medium", "long"] as const;
export const UPLOADED = ["hour", "day", "week", "month", "year"] as const;
export const RESOLUTIONS = ["hd", "full_hd", "4k"] as const;

export type ResultType = (typeof TYPES)[number];
export type SearchSort = (typeof SORTS)[number];

/** What narrows or orders the videos found. */
export const FILTERS = [
  "sort",
  "uploaded",
  "duration",
  "category",
  "language",
  "resolution",
  "captions",
  "channel",
] as const;
export type FilterName = (typeof FILTERS)[number];

/** As the server takes it. */
export const LONGEST_QUERY = 500;

/** Reads an address: what is unknown is left out, and so is what only fits videos where others are looked for. */
export function parseSearch(raw: Record<string, unknown>): SearchState {
  const q = words(raw.q);
  const type = oneOf(TYPES, raw.type);
  if (type !== undefined && type !== "video") return { ...(q === undefined ? {} : { q }), type };
  const sort = oneOf(SORTS, raw.sort);
  return defined({
    q,
    sort: sort === "relevance" ? undefined : sort,
    uploaded: oneOf(UPLOADED, raw.uploaded),
    duration: oneOf(DURATIONS, raw.duration),
    category: words(raw.category),
    language: words(raw.language),
    resolution: oneOf(RESOLUTIONS, raw.resolution),
    captions: raw.captions === true || raw.captions === "true" ? (true as const) : undefined,
    channel: words(raw.channel),
  });
}

/** With a filter set anew, or taken away by `undefined`. */
export function withFilter<K extends FilterName>(
  state: SearchState,
  name: K,
  value: SearchState[K] | undefined,
): SearchState {
  return parseSearch({ ...state, [name]: value });
}

export const activeFilters = (state: SearchState): FilterName[] => FILTERS.filter((name) => state[name] !== undefined);

/** Neither words nor a filter: there is nothing to find. */
export const asksNothing = (state: SearchState): boolean => state.q === undefined && activeFilters(state).length === 0;

/** The same words without anything that narrows them. */
export const withoutFilters = ({ q, type }: SearchState): SearchState => defined({ q, type });

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((each) => each === value);

/** The router reads `q=1984` as a number and `q=true` as a truth: here they are words again. */
function words(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return undefined;
  const text = Array.from(value.trim()).slice(0, LONGEST_QUERY).join("");
  return text === "" ? undefined : text;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
