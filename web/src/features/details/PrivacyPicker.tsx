import { Globe, Link2, Lock } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Privacy } from "@/api/types";
import { cx } from "@/lib/cx";

export const privacies = ["public", "unlisted", "private"] as const satisfies readonly Privacy[];
export const privacyIcons = { public: Globe, unlisted: Link2, private: Lock };

interface PrivacyPickerProps {
  value: Privacy;
  onChange: (privacy: Privacy) => void;
  className?: string;
}

/** Three choices that say in a sentence what they mean. */
export function PrivacyPicker({ value, onChange, className }: PrivacyPickerProps) {
  const { t } = useTranslation("details");
  const name = useId();
  return (
    <fieldset className={className}>
      <legend className="mb-1 text-sm font-medium">{t(($) => $.privacy)}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {privacies.map((privacy) => {
          const Icon = privacyIcons[privacy];
          const chosen = privacy === value;
          return (
            <label
              key={privacy}
              className={cx(
                "flex cursor-pointer items-center gap-3 rounded-control border p-3 transition-colors sm:flex-col sm:items-start sm:gap-2",
                "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
                chosen ? "border-ink bg-sunken" : "border-line hover:border-line-strong",
              )}
            >
              <input
                type="radio"
                name={name}
                value={privacy}
                checked={chosen}
                onChange={() => onChange(privacy)}
                className="sr-only"
              />
              <Icon aria-hidden size={20} className={cx("shrink-0", !chosen && "text-ink-muted")} />
              <span>
                <span className="block font-medium">{t(($) => $.privacies[privacy].name)}</span>
                <span className="block text-xs text-ink-muted">{t(($) => $.privacies[privacy].text)}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
