import { Link } from "@tanstack/react-router";
import { Telescope } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";

export function NotFoundPage() {
  const { t } = useTranslation("shell");
  const { t: common } = useTranslation("common");
  useTitle(t(($) => $.notFound.title));
  return (
    <EmptyState
      heading="h1"
      picture={<Telescope size={48} strokeWidth={1.5} />}
      title={t(($) => $.notFound.title)}
      text={t(($) => $.notFound.text)}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {common(($) => $.goHome)}
        </Link>
      }
    />
  );
}
