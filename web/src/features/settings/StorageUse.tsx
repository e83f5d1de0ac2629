import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Me } from "@/api/types";
import { formatBytes } from "@/lib/format";
import { useLanguage } from "@/lib/i18n/language";
import { buttonClass } from "@/ui/Button";
import { Progress } from "@/ui/Progress";

export function StorageUse({ storage }: { storage: Me["storage"] }) {
  const { t } = useTranslation("settings");
  const language = useLanguage();
  const { used_bytes: used, quota_bytes: quota } = storage;
  return (
    <div className="flex flex-col gap-3">
      <p className="tabular text-base font-medium">
        {t(($) => $.used, { used: formatBytes(used, language), quota: formatBytes(quota, language) })}
      </p>
      <Progress label={t(($) => $.storageBar)} percent={quota === 0 ? 0 : (used / quota) * 100} className="h-2" />
      <Link to="/studio" className={buttonClass("secondary", "mt-1 self-start")}>
        {t(($) => $.manageVideos)}
      </Link>
    </div>
  );
}
