import { Captions, Ellipsis, FileUp, Pencil, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaptionInfo } from "@/api/types";
import { useLanguage } from "@/lib/i18n/language";
import { Button } from "@/ui/Button";
import { Badge } from "@/ui/Chip";
import { Dialog } from "@/ui/Dialog";
import { EmptyState } from "@/ui/EmptyState";
import { IconButton } from "@/ui/IconButton";
import { Menu, MenuItem } from "@/ui/Menu";
import { toast, toastError } from "@/ui/toast";
import { useCaptionActions } from "./useCaptionActions";
import { useFaultText } from "./useFaultText";

interface CaptionListProps {
  videoId: string;
  captions: readonly CaptionInfo[];
  onEdit: (name: string) => void;
}

export function CaptionList({ videoId, captions, onEdit }: CaptionListProps) {
  const { t } = useTranslation("captions");
  if (captions.length === 0) {
    return (
      <div className="rounded-card bg-sunken">
        <EmptyState
          heading="h3"
          picture={<Captions size={48} strokeWidth={1.5} />}
          title={t(($) => $.none.title)}
          text={t(($) => $.none.text)}
        />
      </div>
    );
  }
  return (
    <ul className="flex flex-col">
      {captions.map((each) => (
        <Row key={each.name} videoId={videoId} captions={each} onEdit={onEdit} />
      ))}
    </ul>
  );
}

interface RowProps {
  videoId: string;
  captions: CaptionInfo;
  onEdit: (name: string) => void;
}

function Row({ videoId, captions: { name, label, language, automatic, origin, preferred }, onEdit }: RowProps) {
  const { t } = useTranslation("captions");
  const { t: common } = useTranslation("common");
  const reader = useLanguage();
  const actions = useCaptionActions(videoId);
  const faultText = useFaultText();
  const [asking, setAsking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const spoken = language ? new Intl.DisplayNames(reader, { type: "language" }).of(language) : undefined;
  const replace = (file: File | undefined) => {
    if (!file) return;
    actions.replace.mutate(
      { name, file },
      { onSuccess: () => toast(t(($) => $.replaced)), onError: (error) => toastError(faultText(error)) },
    );
  };
  return (
    <li className="flex min-h-16 items-center gap-3 border-t border-line py-2 first:border-t-0">
      <div className="flex min-w-0 grow flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 font-medium wrap-anywhere">{label}</span>
        {spoken && spoken !== label ? <span className="text-ink-muted">{spoken}</span> : null}
        {automatic ? <Badge tone="warning">{t(($) => $.automatic)}</Badge> : null}
        {origin === "file" ? <Badge>{t(($) => $.ofFile)}</Badge> : null}
        {preferred ? <Badge>{t(($) => $.preferred)}</Badge> : null}
      </div>
      <Button aria-label={t(($) => $.editOf, { label })} onClick={() => onEdit(name)}>
        <Pencil aria-hidden size={18} />
        {t(($) => $.edit)}
      </Button>
      <Menu
        trigger={
          <IconButton label={t(($) => $.more, { label })} tooltip="end" icon={<Ellipsis aria-hidden size={20} />} />
        }
      >
        <MenuItem icon={<FileUp aria-hidden size={18} />} onSelect={() => input.current?.click()}>
          {t(($) => $.replace)}
        </MenuItem>
        <MenuItem danger icon={<Trash2 aria-hidden size={18} />} onSelect={() => setAsking(true)}>
          {t(($) => $.delete)}
        </MenuItem>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".vtt,.srt,text/vtt"
        className="sr-only"
        tabIndex={-1}
        aria-label={t(($) => $.replace)}
        onChange={({ currentTarget }) => {
          replace(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t(($) => $.deleteTitle, { label })}
        description={t(($) => $.deleteText)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common(($) => $.cancel)}</Button>
            <Button
              variant="danger"
              busy={actions.remove.isPending}
              onClick={() =>
                actions.remove.mutate(name, {
                  onSuccess: () => toast(t(($) => $.deleted)),
                  onError: (error) => toastError(faultText(error)),
                  onSettled: () => setAsking(false),
                })
              }
            >
              {t(($) => $.delete)}
            </Button>
          </>
        }
      />
    </li>
  );
}
