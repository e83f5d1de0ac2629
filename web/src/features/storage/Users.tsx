import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronDown, ChevronRight } from "lucide-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatAgo, formatBytes, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { nothingToShow } from "@/lib/nothingToShow";
import { useNow } from "@/lib/useNow";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { storageUsersQuery, storageVideosQuery } from "./queries";

const figures = ["total", "originals", "renditions", "others"] as const;

/** Who takes how much; a row opens to the user's largest videos. */
export function Users() {
  const { t } = useTranslation("storage");
  const language = useLanguage();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...storageUsersQuery,
    throwOnError: nothingToShow,
  });
  const [open, setOpen] = useState<string | null>(null);
  const users = data?.pages.flatMap((page) => page.users);
  if (!users) return <Skeleton className="h-60 rounded-panel" />;
  return (
    <section aria-labelledby="storage-users">
      <h2 id="storage-users" className="text-base font-semibold">
        {t(($) => $.users)}
      </h2>
      {users.length === 0 ? (
        <p className="mt-3 rounded-control bg-sunken p-4 text-ink-muted">{t(($) => $.nobody)}</p>
      ) : (
        <div className="mt-3 overflow-x-auto">
          <table className="w-full border-collapse sm:min-w-xl">
            <thead>
              <tr className="text-left text-xs text-ink-muted">
                <th scope="col" className="py-2 pr-4 font-medium">
                  {t(($) => $.user)}
                </th>
                {figures.map((figure) => (
                  <th
                    key={figure}
                    scope="col"
                    className={`py-2 pl-4 text-right font-medium ${figure === "total" ? "" : "hidden sm:table-cell"}`}
                  >
                    {t(($) => $.columns[figure])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular">
              {users.map((user) => {
                const shown = open === user.user_id;
                const name = user.display_name || user.username || t(($) => $.gone);
                return (
                  <Fragment key={user.user_id}>
                    <tr className="border-t border-line">
                      <th scope="row" className="py-1 text-left font-medium">
                        <button
                          type="button"
                          aria-expanded={shown}
                          onClick={() => setOpen(shown ? null : user.user_id)}
                          className="flex min-h-10 max-w-full items-center gap-2 rounded-control pr-3 text-left hover:text-accent"
                        >
                          {shown ? <ChevronDown aria-hidden size={18} /> : <ChevronRight aria-hidden size={18} />}
                          <span className="min-w-0">
                            <span className="block truncate">{name}</span>
                            <span className="block text-xs font-normal text-ink-muted">
                              {t(($) => $.videos, {
                                count: user.videos,
                                number: formatNumber(user.videos, language),
                              })}
                              {user.uploading_bytes > 0
                                ? ` · ${t(($) => $.uploading, { size: formatBytes(user.uploading_bytes, language) })}`
                                : ""}
                            </span>
                          </span>
                        </button>
                      </th>
                      <td className="pl-4 text-right font-medium">{formatBytes(user.total_bytes, language)}</td>
                      {[user.original_bytes, user.rendition_bytes, user.other_bytes].map((bytes, index) => (
                        <td key={figures[index + 1]} className="hidden pl-4 text-right sm:table-cell">
                          {formatBytes(bytes, language)}
                        </td>
                      ))}
                    </tr>
                    {shown ? (
                      <tr>
                        <td colSpan={5} className="pb-4 pl-7">
                          <Videos userId={user.user_id} />
                        </td>
                      </tr>
                    ) : null}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage ? (
        <Button className="mt-4" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(($) => $.more)}
        </Button>
      ) : null}
    </section>
  );
}

function Videos({ userId }: { userId: string }) {
  const { t } = useTranslation("storage");
  const language = useLanguage();
  const now = useNow();
  const { data } = useQuery(storageVideosQuery(userId));
  if (!data) return <Skeleton className="h-20 rounded-card" />;
  return (
    <ul className="flex flex-col gap-2">
      {data.videos.map((video) => (
        <li key={video.video_id} className="flex items-baseline justify-between gap-4">
          <span className="min-w-0">
            <Link
              to="/watch/$videoId"
              params={{ videoId: video.video_id }}
              className="block truncate underline-offset-4 hover:underline"
            >
              {video.title}
            </Link>
            <span className="block text-xs text-ink-muted">
              {[
                video.original === "kept" ? null : t(($) => $.original[video.original as "dropped" | "damaged"]),
                video.reduced_at ? t(($) => $.reduced) : null,
                video.last_watched_at
                  ? t(($) => $.watched, { ago: formatAgo(video.last_watched_at, language, now) })
                  : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          <span className="shrink-0">{formatBytes(video.total_bytes, language)}</span>
        </li>
      ))}
    </ul>
  );
}
