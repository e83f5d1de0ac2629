import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Privacy } from "@/api/types";
import { Menu, MenuChoice } from "@/ui/Menu";
import { privacies, privacyIcons } from "../details/PrivacyPicker";

interface PrivacyMenuProps {
  title: string;
  value: Privacy;
  onChange: (privacy: Privacy) => void;
}

export function PrivacyMenu({ title, value, onChange }: PrivacyMenuProps) {
  const { t } = useTranslation("studio");
  const { t: details } = useTranslation("details");
  const Icon = privacyIcons[value];
  const name = details(($) => $.privacies[value].name);
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t(($) => $.privacyOf, { privacy: name, title })}
          className="inline-flex min-h-10 items-center gap-2 rounded-full px-3 text-sm whitespace-nowrap hover:bg-hover"
        >
          <Icon aria-hidden size={18} className="text-ink-muted" />
          {name}
          <ChevronDown aria-hidden size={16} className="text-ink-muted" />
        </button>
      }
    >
      <MenuChoice
        label={t(($) => $.columns.privacy)}
        value={value}
        onChange={(next) => onChange(next as Privacy)}
        options={privacies.map((each) => ({ value: each, label: details(($) => $.privacies[each].name) }))}
      />
    </Menu>
  );
}
