import { ArrowLeft, Check, ChevronRight, Settings } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EngineState } from "./engine";
import { RATES } from "./keyboard";
import { type QualityOption, qualityOptions } from "./quality";
import type { CaptionChoice } from "./useCaptions";

type View = "main" | "quality" | "speed" | "captions";

interface SettingsMenuProps {
  /** The player's element: the menu must be inside it to show in full screen. */
  container: HTMLElement | null;
  engine: EngineState;
  ready: readonly QualityOption[];
  quality: string;
  onQuality: (name: string) => void;
  rate: number;
  onRate: (rate: number) => void;
  captions: { choices: readonly CaptionChoice[]; showing: string; choose: (id: string) => void };
  /** Absent where it makes no difference. */
  stableVolume: { on: boolean; set: (on: boolean) => void } | undefined;
  onStatistics: () => void;
  onShortcuts: () => void;
}

/** The gear: quality (with what plays now), speed, captions where there are any, statistics, keys. */
export function SettingsMenu(props: SettingsMenuProps) {
  const { container, engine, ready, quality, rate, captions } = props;
  const { t } = useTranslation("player");
  const [open, setOpen] = useState(false);
  const [view, setView] = useState<View>("main");
  const content = useRef<HTMLDivElement>(null);

  // The entry that had the focus is gone with its view: the first of the new one takes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is what changes the entries
  useEffect(() => {
    if (open) content.current?.querySelector<HTMLElement>("[aria-checked=true], [role^=menuitem]")?.focus();
  }, [open, view]);

  const now = engine.playing?.name;
  const label = (name: string) =>
    name === "auto" ? (now ? t(($) => $.autoNow, { name: now }) : t(($) => $.auto)) : name;
  const rateLabel = (value: number) => (value === 1 ? t(($) => $.normal) : t(($) => $.rate, { rate: value }));
  const options = qualityOptions(engine.qualities, ready);
  const captionOptions = [{ id: "off", label: t(($) => $.off) }, ...captions.choices];

  const show = (next: Exclude<View, "main">, text: string, value: string) => (
    <Radix.Item
      onSelect={(event) => {
        event.preventDefault();
        setView(next);
      }}
    >
      <span className="grow">{text}</span>
      <span className="text-on-video-muted">{value}</span>
      <ChevronRight aria-hidden size={16} />
    </Radix.Item>
  );

  const choices = (title: string, value: string, onChange: (value: string) => void, all: Choice[]) => (
    <>
      <Radix.Item
        onSelect={(event) => {
          event.preventDefault();
          setView("main");
        }}
        aria-label={t(($) => $.back)}
      >
        <ArrowLeft aria-hidden size={18} />
        <span className="font-medium">{title}</span>
      </Radix.Item>
      <Choices label={title} value={value} onChange={onChange} all={all} />
    </>
  );

  return (
    <Radix.Root
      modal={false}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setView("main");
      }}
    >
      <Radix.Trigger asChild>
        <button
          type="button"
          className="player-button player-page-only"
          aria-label={t(($) => $.settings)}
          data-tooltip={t(($) => $.settings)}
        >
          <Settings aria-hidden size={20} />
        </button>
      </Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          ref={content}
          side="top"
          align="end"
          sideOffset={12}
          collisionPadding={8}
          className="player-menu pop"
        >
          {view === "main" ? (
            <>
              {options.length > 0
                ? show(
                    "quality",
                    t(($) => $.quality),
                    label(quality),
                  )
                : null}
              {show(
                "speed",
                t(($) => $.speed),
                rateLabel(rate),
              )}
              {captions.choices.length > 0
                ? show(
                    "captions",
                    t(($) => $.captions),
                    captionLabel(captionOptions, captions.showing),
                  )
                : null}
              {props.stableVolume ? (
                <Radix.CheckboxItem
                  checked={props.stableVolume.on}
                  onCheckedChange={props.stableVolume.set}
                  onSelect={(event) => event.preventDefault()}
                >
                  <span className="grow">{t(($) => $.stableVolume)}</span>
                  <Radix.ItemIndicator>
                    <Check aria-hidden size={16} />
                  </Radix.ItemIndicator>
                </Radix.CheckboxItem>
              ) : null}
              <Radix.Item onSelect={props.onStatistics}>{t(($) => $.statistics)}</Radix.Item>
              <Radix.Item onSelect={props.onShortcuts}>{t(($) => $.shortcuts)}</Radix.Item>
            </>
          ) : null}
          {view === "quality"
            ? choices(
                t(($) => $.quality),
                quality,
                props.onQuality,
                [
                  ...options.map(({ name, fps }) => ({
                    value: name,
                    label: name,
                    note: fps > 32 ? `${Math.round(fps)} fps` : "",
                  })),
                  { value: "auto", label: label("auto") },
                ],
              )
            : null}
          {view === "speed"
            ? choices(
                t(($) => $.speed),
                String(rate),
                (value) => props.onRate(Number(value)),
                RATES.map((value) => ({ value: String(value), label: rateLabel(value) })),
              )
            : null}
          {view === "captions"
            ? choices(
                t(($) => $.captions),
                captions.showing,
                captions.choose,
                captionOptions.map(({ id, label: text }) => ({ value: id, label: text })),
              )
            : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const captionLabel = (options: readonly CaptionChoice[], id: string): string =>
  options.find((option) => option.id === id)?.label ?? "";

interface Choice {
  value: string;
  label: ReactNode;
  note?: string;
}

interface ChoicesProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  all: readonly Choice[];
}

const Choices = ({ label, value, onChange, all }: ChoicesProps) => (
  <Radix.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
    {all.map((choice) => (
      <Radix.RadioItem key={choice.value} value={choice.value}>
        <span className="grid size-5 place-items-center">
          <Radix.ItemIndicator>
            <Check aria-hidden size={16} />
          </Radix.ItemIndicator>
        </span>
        <span className="tabular grow">{choice.label}</span>
        {choice.note ? <span className="text-xs text-on-video-muted">{choice.note}</span> : null}
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
);
