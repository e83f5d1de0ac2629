import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Choice } from "./Choices";
import { suggestionsQuery } from "./queries";
import { recentSearches } from "./recent";
import { useDebounced } from "./useDebounced";

const PAUSE_MS = 80;

/** What stands below the field: the reader's recent searches while it is empty, else suggestions. */
export function useChoices(text: string, open: boolean) {
  const [wasOpen, setWasOpen] = useState(open);
  const [recents, setRecents] = useState<string[]>([]);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setRecents(recentSearches.list());
  }
  const typed = text.trim();
  const settled = useDebounced(typed, PAUSE_MS);
  const { data } = useQuery({
    ...suggestionsQuery(settled),
    enabled: open && settled !== "",
    placeholderData: keepPreviousData,
  });
  const recent = typed === "";
  const choices: Choice[] = recent ? recents.map((query) => ({ text: query })) : settled === "" ? [] : (data ?? []);
  const forget = (query: string | undefined) => {
    if (query === undefined) recentSearches.clear();
    else recentSearches.remove(query);
    setRecents(recentSearches.list());
  };
  return { choices, recent, forget };
}
