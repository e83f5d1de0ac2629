import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import type { Me } from "@/api/types";
import { Switch } from "@/ui/Switch";
import { toastError } from "@/ui/toast";
import { useChangeMe } from "./useChangeMe";

/** Whether everybody sees how many dislike one's videos. */
export function PublicDislikes({ me }: { me: Me }) {
  const { t } = useTranslation("settings");
  const problemText = useProblemText();
  const { mutate, isPending, variables } = useChangeMe();
  return (
    <Switch
      label={t(($) => $.publicDislikes)}
      hint={t(($) => $.publicDislikesHint)}
      checked={isPending ? (variables.public_dislikes ?? me.public_dislikes) : me.public_dislikes}
      onChange={(checked) =>
        mutate({ public_dislikes: checked }, { onError: (error) => toastError(problemText(error)) })
      }
    />
  );
}
