import { useQuery } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { KeyRound, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { AccountForm } from "../auth/AccountForm";
import { AuthFrame } from "../auth/AuthFrame";
import type { Registration } from "../auth/forms";
import { setupQuery } from "../auth/setupQuery";

/** The one-time link by which whoever started the server becomes its first administrator. */
export function SetupPage({ token }: { token?: string }) {
  const { t } = useTranslation("setup");
  const { data } = useQuery({ ...setupQuery, throwOnError: nothingToShow });
  const router = useRouter();
  const [done, setDone] = useState(false);
  useTitle(t(($) => $.title));

  if (!data) return <Skeleton className="mx-auto my-16 h-96 max-w-md rounded-panel" />;
  if (!data.needs_administrator && !done) return <SetUpAlready />;
  if (!token) return <NeedsLink />;
  const create = async ({ display_name, ...account }: Registration) => {
    const named = display_name.trim() ? { ...account, display_name: display_name.trim() } : account;
    const tokens = await unwrap(api.POST("/api/v1/setup", { body: { token, ...named } }));
    setDone(true);
    router.history.replace("/");
    return tokens;
  };
  return (
    <AuthFrame title={t(($) => $.title)} text={t(($) => $.text)}>
      <AccountForm submitLabel={t(($) => $.submit)} create={create} />
    </AuthFrame>
  );
}

function SetUpAlready() {
  const { t } = useTranslation("setup");
  return (
    <EmptyState
      heading="h1"
      picture={<ShieldCheck size={48} strokeWidth={1.5} />}
      title={t(($) => $.already.title)}
      text={t(($) => $.already.text)}
      action={
        <Link to="/login" className={buttonClass("primary")}>
          {t(($) => $.already.action)}
        </Link>
      }
    />
  );
}

function NeedsLink() {
  const { t } = useTranslation("setup");
  return (
    <EmptyState
      heading="h1"
      picture={<KeyRound size={48} strokeWidth={1.5} />}
      title={t(($) => $.noToken.title)}
      text={t(($) => $.noToken.text)}
      action={
        <Link to="/" className={buttonClass("primary")}>
          {t(($) => $.noToken.action)}
        </Link>
      }
    />
  );
}
