import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";

/** Before anything was looked for: what can be written. */
export function NothingAsked() {
  const { t } = useTranslation("search");
  const ways = [
    ['"red wine"', t(($) => $.empty.exact)],
    ["wine -red", t(($) => $.empty.without)],
    ["vine*", t(($) => $.empty.begins)],
    ["channel:name", t(($) => $.empty.of)],
  ];
  return (
    <EmptyState
      heading="h1"
      picture={<Search size={48} strokeWidth={1.5} />}
      title={t(($) => $.empty.title)}
      text={t(($) => $.empty.text)}
      action={
        <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-2 text-left">
          {ways.map(([written, means]) => (
            <div key={written} className="contents">
              <dt className="font-medium">{written}</dt>
              <dd className="text-ink-muted">{means}</dd>
            </div>
          ))}
        </dl>
      }
    />
  );
}
