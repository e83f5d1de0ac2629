import { EllipsisVertical, ListPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { VideoCard } from "@/api/types";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem } from "@/ui/Menu";
import { SaveButton } from "./SaveButton";

/** What one may do with a video that stands among others. */
export function CardMenu({ video }: { video: Pick<VideoCard, "video_id" | "title"> }) {
  const { t } = useTranslation("videos");
  return (
    <SaveButton video={video}>
      {(open) => (
        <Menu
          trigger={
            <IconButton
              label={t(($) => $.actionsOn, { title: video.title })}
              tooltip="none"
              icon={<EllipsisVertical aria-hidden size={20} />}
            />
          }
        >
          <MenuItem icon={<ListPlus aria-hidden size={20} />} onSelect={open}>
            {t(($) => $.saveToPlaylist)}
          </MenuItem>
        </Menu>
      )}
    </SaveButton>
  );
}
