import { ChevronDown, Trash2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Privacy } from "@/api/types";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem } from "@/ui/Menu";
import { privacies, privacyIcons } from "../details/PrivacyPicker";

interface BulkBarProps {
  count: number;
  onClear: () => void;
  onPrivacy: (privacy: Privacy) => void;
  onDelete: () => void;
}

/** What can be done with all chosen videos at once; stands where the filters were. */
export function BulkBar({ count, onClear, onPrivacy, onDelete }: BulkBarProps) {
  const { t } = useTranslation("studio");
  const { t: details } = useTranslation("details");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <IconButton
        label={t(($) => $.clear)}
        tooltip="start"
        icon={<X aria-hidden size={20} />}
        onClick={onClear}
        className="-ml-2"
      />
      <p role="status" className="tabular mr-2 font-medium">
        {t(($) => $.selected, { count })}
      </p>
      <Menu
        align="start"
        trigger={
          <Button>
            {t(($) => $.setPrivacy)}
            <ChevronDown aria-hidden size={16} />
          </Button>
        }
      >
        {privacies.map((privacy) => {
          const Icon = privacyIcons[privacy];
          return (
            <MenuItem key={privacy} icon={<Icon aria-hidden size={20} />} onSelect={() => onPrivacy(privacy)}>
              {details(($) => $.privacies[privacy].name)}
            </MenuItem>
          );
        })}
      </Menu>
      <Button variant="danger" onClick={onDelete}>
        <Trash2 aria-hidden size={18} />
        {t(($) => $.delete)}
      </Button>
    </div>
  );
}
