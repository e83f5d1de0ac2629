import { useSortable } from "@dnd-kit/sortable";
import { ArrowDown, ArrowUp, ArrowUpToLine, EllipsisVertical, GripVertical, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PlaylistEntry } from "@/api/types";
import { cx } from "@/lib/cx";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem, MenuSeparator } from "@/ui/Menu";
import { VideoLine } from "../videos/VideoLine";

interface PlaylistItemProps {
  entry: PlaylistEntry;
  index: number;
  last: boolean;
  list: string;
  editable: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** A video in a list: dragged by its handle, or moved by its menu. */
export function PlaylistItem({ entry, index, last, list, editable, onMove, onRemove }: PlaylistItemProps) {
  const { t } = useTranslation("playlists");
  const title = entry.video?.title ?? t(($) => $.unavailable);
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, transform, transition, isDragging } = useSortable({
    id: entry.item_id,
    disabled: !editable,
    attributes: { roleDescription: t(($) => $.sortable) },
  });
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
      className={cx(
        "-mx-2 flex items-center gap-1 rounded-card py-2 sm:mx-0 sm:gap-2 sm:pr-1",
        isDragging && "relative z-10 bg-surface shadow-float",
      )}
    >
      {editable ? (
        <button
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          type="button"
          aria-label={t(($) => $.drag, { title })}
          className="grid size-10 shrink-0 cursor-grab touch-none place-items-center rounded-full text-ink-muted hover:bg-hover active:cursor-grabbing"
        >
          <GripVertical aria-hidden size={20} />
        </button>
      ) : (
        <span className="tabular w-8 shrink-0 text-center text-xs text-ink-muted">{index + 1}</span>
      )}
      <VideoLine video={entry.video} unavailable={t(($) => $.unavailable)} search={{ list }} />
      {editable ? (
        <Menu
          trigger={
            <IconButton
              label={t(($) => $.actionsOn, { title })}
              tooltip="none"
              icon={<EllipsisVertical aria-hidden size={20} />}
            />
          }
        >
          <MenuItem icon={<ArrowUpToLine aria-hidden size={20} />} disabled={index === 0} onSelect={() => onMove(0)}>
            {t(($) => $.toTop)}
          </MenuItem>
          <MenuItem icon={<ArrowUp aria-hidden size={20} />} disabled={index === 0} onSelect={() => onMove(index - 1)}>
            {t(($) => $.up)}
          </MenuItem>
          <MenuItem icon={<ArrowDown aria-hidden size={20} />} disabled={last} onSelect={() => onMove(index + 1)}>
            {t(($) => $.down)}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden size={20} />} onSelect={onRemove}>
            {t(($) => $.remove)}
          </MenuItem>
        </Menu>
      ) : null}
    </li>
  );
}
