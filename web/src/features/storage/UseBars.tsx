import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { formatBytes, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";

interface UseBarsProps {
  heading: string;
  total: number;
  children: ReactNode;
}

/** A list of what takes how much. */
export function UseBars({ heading, children }: UseBarsProps) {
  const id = useId();
  return (
    <div>
      <h2 id={id} className="text-base font-semibold">
        {heading}
      </h2>
      <ul aria-labelledby={id} className="mt-3 flex flex-col gap-4">
        {children}
      </ul>
    </div>
  );
}

interface UseProps {
  name: string;
  hint?: string;
  files: number;
  bytes: number;
  total: number;
}

/** One of them; the bar only repeats what the figures say. */
export function Use({ name, hint, files, bytes, total }: UseProps) {
  const { t } = useTranslation("storage");
  const language = useLanguage();
  const share = total === 0 ? 0 : bytes / total;
  return (
    <li>
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0">
          <span className="font-medium">{name}</span>
          {hint ? <span className="ml-2 hidden text-xs text-ink-muted sm:inline">{hint}</span> : null}
        </span>
        <span className="tabular shrink-0 text-right">
          {formatBytes(bytes, language)}
          <span className="ml-3 inline-block min-w-16 text-xs text-ink-muted">
            {t(($) => $.files, { count: files, number: formatNumber(files, language) })}
          </span>
        </span>
      </div>
      <div aria-hidden className="mt-1.5 h-2 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full origin-left rounded-full bg-ink-muted"
          style={{ transform: `scaleX(${bytes > 0 ? Math.max(share, 0.004) : 0})` }}
        />
      </div>
    </li>
  );
}
