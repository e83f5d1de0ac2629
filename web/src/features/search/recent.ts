import { stored } from "@/lib/stored";

const KEPT = 10;

/** What was looked for in this browser, the latest first. It is never sent anywhere. */
export class RecentSearches {
  private readonly store: { get(): string | null; set(value: string | null): void };

  constructor(store = stored("vidstead.searches")) {
    this.store = store;
  }

  list(): string[] {
    try {
      const value: unknown = JSON.parse(this.store.get() ?? "[]");
      return Array.isArray(value) ? value.filter((each) => typeof each === "string").slice(0, KEPT) : [];
    } catch {
      return [];
    }
  }

  add(query: string): void {
    this.keep([query, ...this.others(query)].slice(0, KEPT));
  }

  remove(query: string): void {
    this.keep(this.others(query));
  }

  clear(): void {
    this.store.set(null);
  }

  private others(query: string): string[] {
    const folded = query.toLowerCase();
    return this.list().filter((each) => each.toLowerCase() !== folded);
  }

  private keep(queries: string[]): void {
    this.store.set(queries.length === 0 ? null : JSON.stringify(queries));
  }
}

export const recentSearches = new RecentSearches();
