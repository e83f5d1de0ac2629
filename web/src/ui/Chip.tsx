import { cx } from "@/lib/cx";

/** The look of a chip; put it on a link or a button and mark the chosen one with aria-current or aria-pressed. */
export const chipClass = cx(
  "inline-flex h-9 items-center rounded-full bg-sunken px-3.5 text-sm font-medium whitespace-nowrap text-ink transition-colors hover:bg-hover",
  "aria-[current=true]:bg-ink aria-[current=true]:text-canvas aria-pressed:bg-ink aria-pressed:text-canvas aria-[current=page]:bg-ink aria-[current=page]:text-canvas",
);

type Tone = "neutral" | "success" | "warning" | "danger" | "accent";

const tones: Record<Tone, string> = {
  neutral: "bg-sunken text-ink-muted",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  accent: "bg-accent-soft text-accent",
};

/** A state in a word and a colour; the word alone must be enough. */
export const Badge = ({ tone = "neutral", children }: { tone?: Tone; children: React.ReactNode }) => (
  <span
    className={cx("inline-flex min-h-6 items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-medium", tones[tone])}
  >
    {children}
  </span>
);
