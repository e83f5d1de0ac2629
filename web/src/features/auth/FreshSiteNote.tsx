import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { setupQuery } from "./setupQuery";

/** On a site without an administrator: how to become it. Nothing anywhere else. */
export function FreshSiteNote() {
  const { t } = useTranslation("auth");
  const { data } = useQuery(setupQuery);
  if (!data?.needs_administrator) return null;
  return (
    <p className="flex gap-3 rounded-control bg-accent-soft p-4">
      <KeyRound aria-hidden size={20} className="shrink-0 text-accent" />
      {t(($) => $.freshSite)}
    </p>
  );
}
