import { CircleUserRound, History, ListVideo, Search, TrendingUp, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { SearchSuggestion } from "@/api/types";
import { cx } from "@/lib/cx";
import { IconButton } from "@/ui/IconButton";

export interface Choice {
  text: string;
  /** What it is the name of, or that many search for it. */
  kind?: SearchSuggestion["kind"];
}

interface ChoicesProps {
  id: string;
  open: boolean;
  choices: readonly Choice[];
  /** These are the reader's own searches, which can be forgotten. */
  recent: boolean;
  /** The one that Enter takes; -1 for none. */
  active: number;
  onChoose: (choice: Choice) => void;
  /** Of one, or of all. */
  onForget: (query: string | undefined) => void;
}

/** The list below the field. The focus stays in the field; the buttons that forget stand beside the list, not in it. */
export function Choices({ id, open, choices, recent, active, onChoose, onForget }: ChoicesProps) {
  const { t } = useTranslation("searchField");
  return (
    <>
      <p role="status" className="sr-only">
        {open && !recent ? t(($) => $.count, { count: choices.length }) : ""}
      </p>
      <div
        hidden={!open}
        className="pop absolute inset-x-0 top-full z-50 mt-1.5 overflow-hidden rounded-panel border border-line bg-surface py-2 shadow-float max-sm:-left-11"
      >
        {recent ? (
          <div className="flex items-center gap-3 py-1 pr-2 pl-4">
            <p className="grow text-xs text-ink-muted">
              <span className="font-medium text-ink">{t(($) => $.recent)}</span>
              <span aria-hidden> · </span>
              {t(($) => $.recentNote)}
            </p>
          </div>
        ) : null}
        <div className="flex">
          <div
            id={id}
            role="listbox"
            aria-label={recent ? t(($) => $.recent) : t(($) => $.suggestions)}
            className="min-w-0 grow"
          >
            {open
              ? choices.map((choice, at) => (
                  <Option
                    key={`${choice.kind} ${choice.text}`}
                    id={`${id}-${at}`}
                    choice={choice}
                    active={at === active}
                    onChoose={() => onChoose(choice)}
                  />
                ))
              : null}
          </div>
          {open && recent ? (
            <div className="shrink-0 pr-1">
              {choices.map(({ text }) => (
                <IconButton
                  key={text}
                  label={t(($) => $.remove, { query: text })}
                  tooltip="none"
                  icon={<X aria-hidden size={16} />}
                  onClick={() => onForget(text)}
                  className="grid! text-ink-muted"
                />
              ))}
            </div>
          ) : null}
        </div>
        {recent ? (
          <button
            type="button"
            onClick={() => onForget(undefined)}
            className="flex min-h-10 w-full items-center px-4 text-left text-ink-muted hover:bg-hover hover:text-ink"
          >
            {t(($) => $.forgetAll)}
          </button>
        ) : null}
      </div>
    </>
  );
}

const icons = { video: Search, channel: CircleUserRound, playlist: ListVideo, query: TrendingUp };

interface OptionProps {
  id: string;
  choice: Choice;
  active: boolean;
  onChoose: () => void;
}

function Option({ id, choice: { text, kind }, active, onChoose }: OptionProps) {
  const { t } = useTranslation("searchField");
  const Icon = kind ? icons[kind] : History;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cx(
        "flex h-10 cursor-pointer items-center gap-3 px-4 text-base select-none hover:bg-hover sm:text-sm",
        active && "bg-hover",
      )}
    >
      <Icon aria-hidden size={18} className="shrink-0 text-ink-muted" />
      <span dir="auto" className="min-w-0 grow truncate">
        {text}
      </span>
      {kind && kind !== "video" ? (
        <span className="shrink-0 text-xs text-ink-muted">{t(($) => $.kinds[kind])}</span>
      ) : null}
    </div>
  );
}
