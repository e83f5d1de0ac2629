/** One text in localStorage; where storage is forbidden or full, reading gives null and writing does nothing. */
export function stored(key: string) {
  return {
    get(): string | null {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(value: string | null): void {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // A convenience is lost, nothing else.
      }
    },
  };
}
