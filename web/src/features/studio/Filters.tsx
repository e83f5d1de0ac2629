import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { VideoStatus } from "@/api/types";
import { formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { controlClass } from "@/ui/Field";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";
import { type StudioFilter, type StudioSort, sorts, statuses } from "./queries";

interface FiltersProps {
  filter: StudioFilter;
  onFilter: (filter: StudioFilter) => void;
  count: number | undefined;
}

const PAUSE_MS = 250;

export function Filters({ filter, onFilter, count }: FiltersProps) {
  const { t } = useTranslation("studio");
  const language = useLanguage();
  const { status, sort } = filter;
  return (
    <search className="flex flex-wrap items-center gap-2">
      <TitleFilter q={filter.q ?? ""} onChange={(q) => onFilter({ ...without(filter, "q"), ...(q ? { q } : {}) })} />
      <Select
        hideLabel
        label={t(($) => $.status)}
        value={status ?? ""}
        onChange={(event) => {
          const value = event.target.value as VideoStatus | "";
          onFilter({ ...without(filter, "status"), ...(value ? { status: value } : {}) });
        }}
        options={[
          { value: "", label: t(($) => $.allStatuses) },
          ...statuses.map((value) => ({ value, label: t(($) => $.statuses[value]) })),
        ]}
        className="max-sm:grow max-sm:basis-0"
      />
      <Select
        hideLabel
        label={t(($) => $.sort)}
        value={sort ?? "newest"}
        onChange={(event) => onFilter({ ...filter, sort: event.target.value as StudioSort })}
        options={sorts.map((value) => ({ value, label: t(($) => $.sorts[value]) }))}
        className="max-sm:grow max-sm:basis-0 lg:hidden"
      />
      <p role="status" className="tabular ml-auto px-2 text-ink-muted max-sm:sr-only">
        {count === undefined ? "" : t(($) => $.count, { count, formatted: formatNumber(count, language) })}
      </p>
    </search>
  );
}

function TitleFilter({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation("studio");
  const [text, setText] = useState(q);
  const [address, setAddress] = useState(q);
  /** What was typed and handed on, and has not come back in the address. */
  const [told, setTold] = useState<readonly string[]>([]);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === q) return;
    const timer = window.setTimeout(() => {
      setTold((before) => [...before, wanted]);
      change.current(wanted);
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, q]);

  if (address !== q) {
    setAddress(q);
    const at = told.indexOf(q);
    setTold(at < 0 ? [] : told.slice(at + 1));
    // By a link, or one step back: the field says what the table shows. What was typed here may be typed on meanwhile.
    if (at < 0) setText(q);
  }
  return (
    <div className="relative w-full sm:w-72">
      <Search aria-hidden size={18} className="absolute top-1/2 left-3 -translate-y-1/2 text-ink-muted" />
      <input
        type="search"
        value={text}
        maxLength={255}
        aria-label={t(($) => $.filter)}
        placeholder={t(($) => $.filter)}
        onChange={(event) => setText(event.target.value)}
        className={`${controlClass} pr-11 pl-10 [&::-webkit-search-cancel-button]:hidden`}
      />
      {text ? (
        <IconButton
          label={t(($) => $.clearFilter)}
          tooltip="none"
          icon={<X aria-hidden size={18} />}
          onClick={() => setText("")}
          className="absolute! top-0 right-0"
        />
      ) : null}
    </div>
  );
}

function without<K extends keyof StudioFilter>(filter: StudioFilter, name: K): Omit<StudioFilter, K> {
  const { [name]: _, ...rest } = filter;
  return rest;
}
