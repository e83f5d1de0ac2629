import { Link } from "@tanstack/react-router";
import { Copy, EllipsisVertical, Play, SquarePen, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MyVideo, Privacy } from "@/api/types";
import { copyText } from "@/lib/copyText";
import { cx } from "@/lib/cx";
import { formatBytes, formatCompact, formatDate, formatDateTime, formatNumber } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem, MenuSeparator } from "@/ui/Menu";
import { toast } from "@/ui/toast";
import { StateBadge } from "../processing/StateBadge";
import { isPlayable, stateOf } from "../processing/videoState";
import { useUploads } from "../uploads/queue";
import { percentOf } from "../uploads/upload";
import { Thumbnail } from "../videos/Thumbnail";
import { PrivacyMenu } from "./PrivacyMenu";
import { TitleCell } from "./TitleCell";
import { checkboxClass } from "./VideoTable";

interface VideoRowProps {
  video: MyVideo;
  selected: boolean;
  onSelect: (range: boolean) => void;
  onRename: (id: string, title: string) => void;
  onPrivacy: (id: string, privacy: Privacy) => void;
  onDelete: (id: string) => void;
}

const cell = "max-lg:p-0 lg:px-2 lg:py-3";

export function VideoRow({ video, selected, onSelect, onRename, onPrivacy, onDelete }: VideoRowProps) {
  const { t } = useTranslation("studio");
  const { t: videos } = useTranslation("videos");
  const language = useLanguage();
  const { video_id: id, title } = video;
  const date = video.published_at ?? video.created_at;
  const views = formatNumber(video.view_count, language);
  return (
    <tr
      aria-selected={selected}
      className={cx(
        "group border-line transition-colors max-lg:grid max-lg:grid-cols-[auto_8rem_1fr_auto] max-lg:gap-x-3 max-lg:border-b max-lg:py-4 lg:border-t",
        selected ? "bg-sunken" : "lg:hover:bg-sunken",
      )}
    >
      <td className={cx(cell, "align-middle lg:pl-1 max-lg:-ml-2")}>
        <label className="grid size-10 place-items-center">
          <input
            type="checkbox"
            aria-label={t(($) => $.select, { title })}
            checked={selected}
            onChange={(event) => onSelect(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
            onClick={(event) => {
              // A range selects rows, not text.
              if (event.shiftKey) window.getSelection()?.removeAllRanges();
            }}
            className={checkboxClass}
          />
        </label>
      </td>
      <td className={cx(cell, "max-lg:contents")}>
        <div className="flex items-center gap-4 max-lg:contents">
          <Link
            to="/studio/$videoId"
            params={{ videoId: id }}
            tabIndex={-1}
            aria-hidden
            className="block shrink-0 rounded-control max-lg:row-span-3 lg:w-32"
          >
            <Thumbnail
              src={video.thumbnail_url}
              placeholder={video.thumbnail_placeholder}
              duration={video.duration}
              className="rounded-control!"
            />
          </Link>
          <TitleCell id={id} title={title} onRename={(next) => onRename(id, next)} />
        </div>
      </td>
      <td className={cx(cell, "max-lg:col-span-2 max-lg:col-start-3 max-lg:row-start-2")}>
        <State video={video} />
      </td>
      <td className={cx(cell, "max-lg:col-span-2 max-lg:col-start-3 max-lg:-ml-3")}>
        <PrivacyMenu title={title} value={video.privacy} onChange={(privacy) => onPrivacy(id, privacy)} />
      </td>
      <td className={cx(cell, "tabular whitespace-nowrap text-ink-muted max-lg:hidden")}>
        <time dateTime={date} title={formatDateTime(date, language)}>
          {formatDate(date, language)}
        </time>
      </td>
      <td className={cx(cell, "tabular text-right text-ink-muted max-lg:hidden")}>
        <span title={views}>{formatCompact(video.view_count, language)}</span>
      </td>
      <td className={cx(cell, "tabular text-right whitespace-nowrap text-ink-muted max-lg:hidden")}>
        {video.file_size ? formatBytes(video.file_size, language) : t(($) => $.unknown)}
      </td>
      <td className={cx(cell, "max-lg:col-start-4 max-lg:row-start-1 lg:w-12")}>
        <RowMenu video={video} onDelete={() => onDelete(id)} />
      </td>
      <td className="col-span-2 col-start-3 text-xs text-ink-muted lg:hidden">
        {formatDate(date, language)} · {videos(($) => $.views, { count: video.view_count, views })}
        {video.file_size ? ` · ${formatBytes(video.file_size, language)}` : ""}
      </td>
    </tr>
  );
}

/** While it is this tab that uploads it, with the figures of the upload itself. */
function State({ video }: { video: MyVideo }) {
  const upload = useUploads().find(({ place }) => place?.videoId === video.video_id);
  const state = stateOf(video);
  return <StateBadge state={state.kind === "uploading" && upload ? { ...state, percent: percentOf(upload) } : state} />;
}

function RowMenu({ video, onDelete }: { video: MyVideo; onDelete: () => void }) {
  const { t } = useTranslation("studio");
  const { video_id: videoId, title } = video;
  const copy = async () => {
    const url = new URL(`/watch/${videoId}`, window.location.origin).href;
    if (await copyText(url)) toast(t(($) => $.linkCopied));
  };
  return (
    <Menu
      trigger={
        <IconButton
          label={t(($) => $.more, { title })}
          tooltip="none"
          icon={<EllipsisVertical aria-hidden size={20} />}
        />
      }
    >
      <MenuItem asChild>
        <Link to="/studio/$videoId" params={{ videoId }}>
          <SquarePen aria-hidden size={20} />
          {t(($) => $.open)}
        </Link>
      </MenuItem>
      {isPlayable(stateOf(video)) ? (
        <MenuItem asChild>
          <Link to="/watch/$videoId" params={{ videoId }}>
            <Play aria-hidden size={20} />
            {t(($) => $.watch)}
          </Link>
        </MenuItem>
      ) : null}
      <MenuItem icon={<Copy aria-hidden size={20} />} onSelect={() => void copy()}>
        {t(($) => $.copyLink)}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden size={20} />} onSelect={onDelete}>
        {t(($) => $.delete)}
      </MenuItem>
    </Menu>
  );
}
