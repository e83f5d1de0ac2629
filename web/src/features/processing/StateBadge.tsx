import { Check, CircleDashed, Sparkles, TriangleAlert, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/ui/Chip";
import type { VideoState } from "./videoState";

const looks = {
  uploading: { tone: "accent", icon: Upload },
  preparing: { tone: "warning", icon: CircleDashed },
  polishing: { tone: "success", icon: Sparkles },
  done: { tone: "neutral", icon: Check },
  failed: { tone: "danger", icon: TriangleAlert },
} as const;

/** A video's state in a word, a colour and a sign; with how far it is where that is known. */
export function StateBadge({ state }: { state: VideoState }) {
  const { t } = useTranslation("processing");
  const { tone, icon: Icon } = looks[state.kind];
  const percent = state.kind === "uploading" || state.kind === "polishing" ? Math.floor(state.percent) : null;
  return (
    <Badge tone={tone}>
      <Icon aria-hidden size={14} className="shrink-0" />
      {t(($) => $.states[state.kind])}
      {percent === null ? null : <span className="tabular whitespace-nowrap">{percent} %</span>}
    </Badge>
  );
}
