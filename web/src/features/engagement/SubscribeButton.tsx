import { Bell as BellIcon, BellOff, BellRing, ChevronDown, UserMinus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "@/api/client";
import { useMe } from "@/api/me";
import type { Bell } from "@/api/types";
import { Button } from "@/ui/Button";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "@/ui/Menu";
import { toast } from "@/ui/toast";
import { useAskToSignIn } from "./useAskToSignIn";
import { useSubscribe } from "./useSubscribe";

const BELLS = ["all", "personalised", "none"] as const;
const icons = { all: BellRing, personalised: BellIcon, none: BellOff };

interface SubscribeButtonProps {
  username: string;
  /** What the channel is called. */
  name: string;
  subscription: Bell | null;
}

/** Subscribes at once; a subscriber gets a menu with the bell and the way out. Nothing at one's own channel. */
export function SubscribeButton({ username, name, subscription }: SubscribeButtonProps) {
  const { t } = useTranslation("engagement");
  const signedIn = useSignedIn();
  const me = useMe();
  const askToSignIn = useAskToSignIn();
  const { mutate } = useSubscribe(username);
  if (me?.username === username) return null;

  if (subscription === null) {
    return (
      <Button
        variant="primary"
        aria-label={t(($) => $.subscribeTo, { name })}
        onClick={() => (signedIn ? mutate("personalised") : askToSignIn(t(($) => $.signInToSubscribe)))}
      >
        {t(($) => $.subscribe)}
      </Button>
    );
  }
  const Icon = icons[subscription];
  const end = () => {
    mutate(null);
    toast(
      t(($) => $.unsubscribed, { name }),
      {
        action: { label: t(($) => $.undo), onClick: () => mutate(subscription) },
      },
    );
  };
  return (
    <Menu
      trigger={
        <Button aria-label={t(($) => $.subscribedTo, { name, bell: t(($) => $.bells[subscription]) })}>
          <Icon aria-hidden size={18} />
          {t(($) => $.subscribed)}
          <ChevronDown aria-hidden size={16} />
        </Button>
      }
    >
      <MenuChoice
        label={t(($) => $.bell)}
        value={subscription}
        options={BELLS.map((value) => ({ value, label: t(($) => $.bells[value]) }))}
        onChange={(value) => mutate(value as Bell)}
      />
      <MenuSeparator />
      <MenuItem icon={<UserMinus aria-hidden size={20} />} onSelect={end}>
        {t(($) => $.unsubscribe)}
      </MenuItem>
    </Menu>
  );
}
