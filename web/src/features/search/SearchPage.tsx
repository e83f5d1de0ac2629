import "./i18n/texts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { useTitle } from "@/lib/useTitle";
import { chipClass } from "@/ui/Chip";
import { FilterBar } from "./FilterBar";
import { NothingAsked } from "./NothingAsked";
import { searchQuery } from "./queries";
import { Results } from "./Results";
import { asksNothing, parseSearch, type SearchState, TYPES } from "./state";

interface SearchPageProps {
  state: SearchState;
  onState: (state: SearchState) => void;
}

/** What is found for the words in the address. */
export function SearchPage({ state, onState }: SearchPageProps) {
  const { t } = useTranslation("search");
  useTitle(state.q === undefined ? t(($) => $.title) : t(($) => $.titleOf, { query: state.q }));
  return (
    <div className="mx-auto max-w-6xl px-4 pt-4 sm:px-6">
      {asksNothing(state) ? <NothingAsked /> : <Found state={state} onState={onState} />}
    </div>
  );
}

function Found({ state, onState }: SearchPageProps) {
  const { t } = useTranslation("search");
  const language = useLanguage();
  const list = useInfiniteQuery(searchQuery(state));
  const first = list.data?.pages[0];
  const total = first?.pagination.total ?? 0;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="min-w-0 text-lg font-semibold wrap-anywhere">
          {state.q === undefined ? t(($) => $.allVideos) : t(($) => $.resultsFor, { query: state.q })}
        </h1>
        <p role="status" className="tabular text-ink-muted">
          {total > 0 ? t(($) => $.found, { count: total, formatted: formatNumber(total, language) }) : ""}
        </p>
      </div>
      {first?.did_you_mean ? <DidYouMean state={state} words={first.did_you_mean} /> : null}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Types state={state} />
        {state.type === undefined ? <FilterBar state={state} onState={onState} /> : null}
      </div>
      <Results state={state} list={list} />
    </>
  );
}

function DidYouMean({ state, words }: { state: SearchState; words: string }) {
  const { t } = useTranslation("search");
  return (
    <p className="mt-1">
      {t(($) => $.didYouMean)}{" "}
      <Link
        to="/search"
        search={{ ...state, q: words }}
        className="inline-flex min-h-10 items-center rounded-small font-semibold text-accent underline-offset-4 hover:underline"
      >
        {words}
      </Link>
      {"?"}
    </p>
  );
}

function Types({ state: { q, type } }: { state: SearchState }) {
  const { t } = useTranslation("search");
  return (
    <nav aria-label={t(($) => $.kinds)} className="-mx-1 min-w-0 overflow-x-auto p-1 [scrollbar-width:none]">
      <ul className="flex gap-2">
        {TYPES.map((each) => (
          <li key={each}>
            <Link
              to="/search"
              search={parseSearch({ q, type: each })}
              activeProps={{}}
              aria-current={each === (type ?? "video") ? "page" : undefined}
              className={`${chipClass} h-10!`}
            >
              {t(($) => $.types[each])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
