import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MyVideo, Privacy } from "@/api/types";
import { cx } from "@/lib/cx";
import type { StudioSort } from "./queries";
import { allOf, type Selection, toggle, toggleAll } from "./selection";
import { VideoRow } from "./VideoRow";

interface VideoTableProps {
  videos: readonly MyVideo[];
  sort: StudioSort;
  onSort: (sort: StudioSort) => void;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  onRename: (id: string, title: string) => void;
  onPrivacy: (id: string, privacy: Privacy) => void;
  onDelete: (id: string) => void;
}

/** Cards on phones, a table from tablets on: the same elements, laid out twice. */
export function VideoTable({ videos, sort, onSort, selection, onSelection, ...rowActions }: VideoTableProps) {
  const { t } = useTranslation("studio");
  const ids = videos.map(({ video_id }) => video_id);
  return (
    <table className="w-full border-collapse max-lg:block">
      <thead className="max-lg:sr-only">
        <tr className="text-left text-xs text-ink-muted">
          <th scope="col" className="w-10 py-2 pl-1">
            <SelectAll state={allOf(selection, ids)} onToggle={() => onSelection(toggleAll(selection, ids))} />
          </th>
          <Column sorted={sort === "title" ? "ascending" : undefined} onSort={() => onSort("title")}>
            {t(($) => $.columns.video)}
          </Column>
          <Column>{t(($) => $.columns.state)}</Column>
          <Column>{t(($) => $.columns.privacy)}</Column>
          <Column
            sorted={sort === "newest" ? "descending" : sort === "oldest" ? "ascending" : undefined}
            onSort={() => onSort(sort === "newest" ? "oldest" : "newest")}
          >
            {t(($) => $.columns.date)}
          </Column>
          <Column right sorted={sort === "views" ? "descending" : undefined} onSort={() => onSort("views")}>
            {t(($) => $.columns.views)}
          </Column>
          <Column right>{t(($) => $.columns.size)}</Column>
          <th scope="col">
            <span className="sr-only">{t(($) => $.columns.actions)}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-lg:flex max-lg:flex-col">
        {videos.map((video) => (
          <VideoRow
            key={video.video_id}
            video={video}
            selected={selection.ids.has(video.video_id)}
            onSelect={(range) => onSelection(toggle(selection, ids, video.video_id, range))}
            {...rowActions}
          />
        ))}
      </tbody>
    </table>
  );
}

export const checkboxClass = "size-4.5 cursor-pointer accent-accent";

function SelectAll({ state, onToggle }: { state: boolean | "some"; onToggle: () => void }) {
  const { t } = useTranslation("studio");
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === "some";
  }, [state]);
  return (
    <label className="grid size-10 place-items-center">
      <input
        ref={box}
        type="checkbox"
        aria-label={t(($) => $.selectAll)}
        checked={state === true}
        onChange={onToggle}
        className={checkboxClass}
      />
    </label>
  );
}

interface ColumnProps {
  children: ReactNode;
  right?: boolean;
  sorted?: "ascending" | "descending" | undefined;
  onSort?: () => void;
}

function Column({ children, right = false, sorted, onSort }: ColumnProps) {
  const Arrow = sorted === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={sorted} className={cx("px-2 font-medium whitespace-nowrap", right && "text-right")}>
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={cx(
            "group -mx-2 inline-flex min-h-10 items-center gap-1 rounded-control px-2 hover:bg-hover hover:text-ink",
            right && "flex-row-reverse",
            sorted && "font-semibold text-ink",
          )}
        >
          {children}
          <Arrow aria-hidden size={14} className={sorted ? "" : "opacity-0 group-hover:opacity-50"} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}
