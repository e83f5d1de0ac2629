import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import "./i18n/texts";
import { mailQuery, mailsQuery } from "./queries";

/** Letters that stayed on this site because no SMTP server is set. For administrators. */
export function MailPage() {
  const { t } = useTranslation("notifications");
  const language = useLanguage();
  useTitle(t(($) => $.mail.title));
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...mailsQuery,
    throwOnError: nothingToShow,
  });
  const [open, setOpen] = useState<number | null>(null);
  const mails = data?.pages.flatMap((page) => page.mails);
  return (
    <div className="mx-auto flex max-w-4xl flex-col px-4 pt-4 pb-12 sm:px-6">
      <h1 className="text-xl font-semibold">{t(($) => $.mail.title)}</h1>
      {data ? (
        <p className="mt-1 text-pretty text-ink-muted">
          {data.pages[0]?.kept ? t(($) => $.mail.kept) : t(($) => $.mail.sent)}
        </p>
      ) : null}
      {mails === undefined ? (
        <Skeleton className="mt-6 h-60 rounded-panel" />
      ) : mails.length === 0 ? (
        <EmptyState
          picture={<Mail size={48} strokeWidth={1.5} />}
          title={t(($) => $.mail.empty.title)}
          text={t(($) => $.mail.empty.text)}
        />
      ) : (
        <ul className="mt-4">
          {mails.map((mail) => (
            <li key={mail.id} className="border-t border-line">
              <button
                type="button"
                aria-expanded={open === mail.id}
                onClick={() => setOpen(open === mail.id ? null : mail.id)}
                className="flex w-full flex-col gap-0.5 rounded-control px-2 py-3 text-left hover:bg-hover"
              >
                <span className="font-medium">{mail.subject}</span>
                <span className="text-xs text-ink-muted">
                  {mail.to} · {formatDateTime(mail.time, language)}
                </span>
              </button>
              {open === mail.id ? <Letter id={mail.id} /> : null}
            </li>
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <Button className="mt-4 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      ) : null}
    </div>
  );
}

/** As text only: what is in a letter is not run here. */
function Letter({ id }: { id: number }) {
  const { t } = useTranslation("notifications");
  const { data } = useQuery({ ...mailQuery(id), throwOnError: nothingToShow });
  if (!data) return <Skeleton className="m-2 h-40 rounded-control" />;
  const shape = "overflow-x-auto rounded-control bg-sunken p-4 text-sm whitespace-pre-wrap break-words";
  return (
    <div className="flex flex-col gap-2 p-2 pb-4">
      <h2 className="text-sm font-medium">{t(($) => $.mail.text)}</h2>
      <pre className={shape}>{data.text}</pre>
      <h2 className="text-sm font-medium">{t(($) => $.mail.headers)}</h2>
      <pre className={shape}>{data.headers}</pre>
    </div>
  );
}
