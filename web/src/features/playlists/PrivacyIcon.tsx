import { EyeOff, Globe, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";

const icons = { public: Globe, unlisted: EyeOff, private: Lock };

/** Who may see a list, as a sign with a name. */
export function PrivacyIcon({ privacy }: { privacy: keyof typeof icons }) {
  const { t } = useTranslation("playlists");
  const Icon = icons[privacy];
  const name = t(($) => $.privacies[privacy]);
  return (
    <span title={name} className="shrink-0 text-ink-muted">
      <Icon aria-hidden size={16} />
      <span className="sr-only">{name}</span>
    </span>
  );
}
