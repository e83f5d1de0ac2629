import { cx } from "@/lib/cx";

interface ProgressProps {
  label: string;
  /** 0–100; `null` while nobody can say. */
  percent: number | null;
  className?: string;
}

export function Progress({ label, percent, className }: ProgressProps) {
  const known = percent !== null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.round(percent) : undefined}
      className={cx("h-1.5 overflow-hidden rounded-full bg-hover", className)}
    >
      <div
        className={cx("h-full origin-left rounded-full bg-accent transition-transform", !known && "skeleton")}
        style={{ transform: known ? `scaleX(${Math.min(100, Math.max(0, percent)) / 100})` : "none" }}
      />
    </div>
  );
}
