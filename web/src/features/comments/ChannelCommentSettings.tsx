import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, unwrap } from "@/api/client";
import { useProblemText } from "@/api/problemText";
import type { CommentSettings } from "@/api/types";
import { Button } from "@/ui/Button";
import { Select } from "@/ui/Select";
import { Textarea } from "@/ui/Textarea";
import { toast, toastError } from "@/ui/toast";
import { commentSettingsQuery, policies } from "./queries";

/** How a channel takes comments below all its videos. */
export function ChannelCommentSettings() {
  const { t } = useTranslation("comments");
  const { data } = useQuery(commentSettingsQuery);
  return (
    <section aria-labelledby="comment-settings" className="mt-10 border-t border-line pt-6">
      <h2 id="comment-settings" className="mb-4 text-lg font-semibold">
        {t(($) => $.queue.settings)}
      </h2>
      {data ? <SettingsForm settings={data} /> : null}
    </section>
  );
}

function SettingsForm({ settings }: { settings: CommentSettings }) {
  const { t } = useTranslation("comments");
  const { t: common } = useTranslation("common");
  const client = useQueryClient();
  const problemText = useProblemText();
  const [policy, setPolicy] = useState(settings.policy);
  const [words, setWords] = useState(settings.watched_words.join("\n"));
  const save = useMutation({
    mutationFn: () => {
      const watched_words = words
        .split("\n")
        .map((word) => word.trim())
        .filter((word) => word !== "");
      return unwrap(api.PATCH("/api/v1/me/comments/settings", { body: { policy, watched_words } }));
    },
    onSuccess: (saved) => {
      client.setQueryData(commentSettingsQuery.queryKey, saved);
      setWords(saved.watched_words.join("\n"));
      toast(common(($) => $.saved));
    },
    onError: (error) => toastError(t(($) => $.notDone, { reason: problemText(error) })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const names = { open: "open", held: "heldAll", closed: "closed" } as const;
  return (
    <form onSubmit={submit} className="flex max-w-lg flex-col gap-4">
      <Select
        label={t(($) => $.queue.policy)}
        value={policy}
        onChange={(event) => setPolicy(policies.find((each) => each === event.target.value) ?? "open")}
        options={policies.map((each) => ({ value: each, label: t(($) => $.queue[names[each]]) }))}
      />
      <Textarea
        label={t(($) => $.queue.words)}
        hint={t(($) => $.queue.wordsHint)}
        rows={4}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={save.isPending} className="self-start">
        {common(($) => $.save)}
      </Button>
    </form>
  );
}
