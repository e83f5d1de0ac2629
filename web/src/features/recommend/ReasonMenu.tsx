import "./i18n/texts";
import { CircleHelp, CircleSlash, EllipsisVertical, ListPlus, UserX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import type { RecommendedVideo } from "@/api/types";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem } from "@/ui/Menu";
import { SaveButton } from "../playlists/SaveButton";
import { refusal } from "./refusals";
import { useRefuse } from "./useRefuse";
import { WhyDialog } from "./WhyDialog";

/** Why a video is there, and what one may do about it. */
export function ReasonMenu({ video }: { video: RecommendedVideo }) {
  const { t } = useTranslation("recommend");
  const { t: videos } = useTranslation("videos");
  const signedIn = useSignedIn();
  const { refuse } = useRefuse(video.video_id);
  const [asking, setAsking] = useState(false);
  return (
    <SaveButton video={video}>
      {(save) => (
        <>
          <Menu
            trigger={
              <IconButton
                label={videos(($) => $.actionsOn, { title: video.title })}
                tooltip="none"
                icon={<EllipsisVertical aria-hidden size={20} />}
              />
            }
          >
            <MenuItem icon={<CircleHelp aria-hidden size={20} />} onSelect={() => setAsking(true)}>
              {t(($) => $.menu.why)}
            </MenuItem>
            <MenuItem icon={<ListPlus aria-hidden size={20} />} onSelect={save}>
              {videos(($) => $.saveToPlaylist)}
            </MenuItem>
            {signedIn ? (
              <>
                <MenuItem icon={<CircleSlash aria-hidden size={20} />} onSelect={() => refuse(refusal("video", video))}>
                  {t(($) => $.menu.notInterested)}
                </MenuItem>
                <MenuItem icon={<UserX aria-hidden size={20} />} onSelect={() => refuse(refusal("channel", video))}>
                  {t(($) => $.menu.notThisChannel)}
                </MenuItem>
              </>
            ) : null}
          </Menu>
          <WhyDialog video={video} open={asking} onClose={() => setAsking(false)} />
        </>
      )}
    </SaveButton>
  );
}
