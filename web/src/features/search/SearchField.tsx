import { useNavigate, useRouterState } from "@tanstack/react-router";
import { ArrowLeft, Search, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { IconButton } from "@/ui/IconButton";
import { type Choice, Choices } from "./Choices";
import { recentSearches } from "./recent";
import { LONGEST_QUERY, parseSearch } from "./state";
import { useChoices } from "./useChoices";
import { useSlash } from "./useSlash";

const LIST = "search-choices";

/**
 * The field in the top bar, with what one looked for before or ways to go on from what is typed. On a phone it is an
 * icon that opens the field over the whole bar.
 */
export function SearchField() {
  const { t } = useTranslation("searchField");
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const shown = useRouterState({
    select: ({ location }) => (location.pathname === "/search" ? (parseSearch(location.search).q ?? "") : ""),
  });
  const [address, setAddress] = useState(shown);
  const [text, setText] = useState(shown);
  const [open, setOpen] = useState(false);
  const [over, setOver] = useState(false);
  const [active, setActive] = useState(-1);
  const { choices, recent, forget } = useChoices(text, open);
  const listed = open && choices.length > 0;

  // Another search by a link, or one step back: the field says what the page shows.
  if (address !== shown) {
    setAddress(shown);
    setText(shown);
  }

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const show = () => {
    setOver(true);
    // On a phone the field is not on the page before that.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.select();
    });
  };
  useSlash(show);

  const look = ({ text: words, kind = "video" }: Pick<Choice, "text" | "kind">) => {
    const search = parseSearch({ q: words, type: kind === "query" ? "video" : kind });
    if (search.q === undefined) return;
    recentSearches.add(search.q);
    setText(search.q);
    close();
    setOver(false);
    void navigate({ to: "/search", search });
    document.getElementById("content")?.focus({ preventScroll: true });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    look((listed ? choices[active] : undefined) ?? { text });
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      if (listed) close();
      else if (text !== "") setText("");
      else leave();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (listed) setActive(step(active, event.key === "ArrowDown" ? 1 : -1, choices.length));
      else setOpen(true);
    }
  };

  const leave = () => {
    close();
    setOver(false);
    input.current?.blur();
  };

  return (
    <>
      <search
        className={cx(
          "min-w-0 grow justify-center gap-1 sm:flex sm:px-2",
          over
            ? "flex max-sm:absolute max-sm:inset-0 max-sm:z-10 max-sm:items-center max-sm:bg-canvas max-sm:px-2"
            : "hidden",
        )}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) close();
        }}
      >
        <IconButton
          label={t(($) => $.close)}
          tooltip="none"
          icon={<ArrowLeft aria-hidden size={20} />}
          onClick={leave}
          className="sm:hidden"
        />
        <form onSubmit={submit} className="relative w-full sm:max-w-xl">
          <Search
            aria-hidden
            size={18}
            className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-muted"
          />
          <input
            ref={input}
            type="text"
            role="combobox"
            inputMode="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={LONGEST_QUERY}
            aria-label={t(($) => $.search)}
            aria-autocomplete="list"
            aria-expanded={listed}
            aria-controls={LIST}
            aria-activedescendant={listed && active >= 0 ? `${LIST}-${active}` : undefined}
            aria-keyshortcuts="/"
            placeholder={t(($) => $.placeholder)}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setActive(-1);
              setOpen(true);
            }}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onKeyDown={press}
            className="h-10 w-full rounded-full border border-line bg-surface pr-11 pl-10.5 text-base text-ellipsis text-ink transition-colors placeholder:text-ink-muted hover:border-line-strong focus-visible:outline-offset-0 sm:text-sm"
          />
          {text === "" ? null : (
            <IconButton
              label={t(($) => $.clear)}
              tooltip="none"
              icon={<X aria-hidden size={18} />}
              onClick={() => {
                setText("");
                setActive(-1);
                input.current?.focus();
              }}
              className="absolute! top-0 right-0"
            />
          )}
          <Choices
            id={LIST}
            open={listed}
            choices={choices}
            recent={recent}
            active={active}
            onChoose={look}
            onForget={(query) => {
              forget(query);
              input.current?.focus();
            }}
          />
        </form>
      </search>
      <IconButton
        label={t(($) => $.open)}
        tooltip="none"
        icon={<Search aria-hidden size={20} />}
        aria-expanded={over}
        onClick={show}
        className="ml-auto sm:hidden"
      />
    </>
  );
}

/** One on, with the typed words (-1) between the last and the first. */
function step(at: number, by: 1 | -1, count: number): number {
  const next = at + by;
  if (next >= count) return -1;
  return next < -1 ? count - 1 : next;
}
