import { cx } from "@/lib/cx";

/** A grey shape where something will be; hidden from screen readers, the region around it says `aria-busy`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cx("skeleton block rounded-small", className)} />
);
