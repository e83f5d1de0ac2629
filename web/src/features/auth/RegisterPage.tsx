import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { AccountForm } from "./AccountForm";
import { AuthFrame } from "./AuthFrame";
import { FreshSiteNote } from "./FreshSiteNote";
import type { Registration } from "./forms";
import { useLeaveWhenSignedIn } from "./useLeaveWhenSignedIn";

export function RegisterPage({ redirect }: { redirect?: string }) {
  const { t } = useTranslation("auth");
  useLeaveWhenSignedIn(redirect);
  return (
    <AuthFrame
      title={t(($) => $.register.title)}
      text={t(($) => $.register.text)}
      footer={
        <>
          {t(($) => $.register.other)}{" "}
          <Link to="/login" search={redirect ? { redirect } : {}} className="font-medium text-ink underline">
            {t(($) => $.login.submit)}
          </Link>
        </>
      }
    >
      <FreshSiteNote />
      <AccountForm submitLabel={t(($) => $.register.submit)} create={register} />
    </AuthFrame>
  );
}

const register = ({ display_name, ...account }: Registration) =>
  unwrap(
    api.POST("/api/v1/auth/register", {
      body: display_name.trim() ? { ...account, display_name: display_name.trim() } : account,
    }),
  );
