import { useLocation, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { toast } from "@/ui/toast";

/** Says that something needs an account, with the way there and back. */
export function useAskToSignIn(): (why: string) => void {
  const { t } = useTranslation("engagement");
  const navigate = useNavigate();
  const href = useLocation({ select: (location) => location.href });
  return (why) =>
    toast(why, {
      action: {
        label: t(($) => $.signIn),
        onClick: () => void navigate({ to: "/login", search: { redirect: href } }),
      },
    });
}
