import { SlidersHorizontal, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { FilterPanel } from "./FilterPanel";
import { activeFilters, type SearchState, withFilter, withoutFilters } from "./state";
import { useFilterName } from "./useFilterName";

interface FilterBarProps {
  state: SearchState;
  onState: (state: SearchState) => void;
}

/** The button that opens the filters, and what is narrowed now, to be taken away one by one. */
export function FilterBar({ state, onState }: FilterBarProps) {
  const { t } = useTranslation("search");
  const name = useFilterName();
  const id = useId();
  const [open, setOpen] = useState(false);
  const active = activeFilters(state);
  return (
    <>
      <Button
        aria-expanded={open}
        aria-controls={id}
        aria-label={active.length > 0 ? t(($) => $.filtersActive, { count: active.length }) : undefined}
        onClick={() => setOpen(!open)}
        className="sm:ml-auto"
      >
        <SlidersHorizontal aria-hidden size={18} />
        {t(($) => $.filters)}
        {active.length > 0 ? <span className="tabular">{active.length}</span> : null}
      </Button>
      <div id={id} hidden={!open} className="w-full">
        {open ? <FilterPanel state={state} onState={onState} /> : null}
      </div>
      {active.length > 0 ? (
        <ul aria-label={t(($) => $.filters)} className="flex w-full flex-wrap gap-2">
          {active.map((each) => (
            <li key={each}>
              <button
                type="button"
                aria-label={t(($) => $.removeFilter, { filter: name(state, each) })}
                onClick={() => onState(withFilter(state, each, undefined))}
                className="inline-flex h-10 items-center gap-1.5 rounded-full border border-line pr-3 pl-4 hover:bg-hover"
              >
                {name(state, each)}
                <X aria-hidden size={16} />
              </button>
            </li>
          ))}
          {active.length > 1 ? (
            <li>
              <Button variant="ghost" onClick={() => onState(withoutFilters(state))}>
                {t(($) => $.clearFilters)}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </>
  );
}
