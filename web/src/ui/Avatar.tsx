import { cx } from "@/lib/cx";

interface AvatarProps {
  name: string;
  src: string | null | undefined;
  /** Side in pixels. */
  size?: 24 | 32 | 36 | 40 | 80 | 128;
  className?: string;
}

const sides = { 24: "size-6", 32: "size-8", 36: "size-9", 40: "size-10", 80: "size-20", 128: "size-32" };
const letters = { 24: "text-xs", 32: "text-sm", 36: "text-sm", 40: "text-base", 80: "text-xl", 128: "text-xl" };

/** A picture of somebody whose name stands beside it, or the first letter of that name. */
export function Avatar({ name, src, size = 36, className }: AvatarProps) {
  const shape = cx(sides[size], "shrink-0 rounded-full object-cover", className);
  if (src) return <img src={src} alt="" width={size} height={size} loading="lazy" decoding="async" className={shape} />;
  return (
    <span
      aria-hidden
      className={cx(
        shape,
        letters[size],
        "grid place-items-center bg-hover font-semibold text-ink-muted uppercase select-none",
      )}
    >
      {Array.from(name.trim())[0] ?? "?"}
    </span>
  );
}
