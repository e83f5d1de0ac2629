import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "@/lib/cx";
import { IconButton } from "./IconButton";

interface ScrollRowProps {
  children: ReactNode;
  /** Names of the arrow buttons that appear where a mouse cannot swipe. */
  backLabel: string;
  onLabel: string;
}

/** One line that scrolls sideways when it is too long: by swipe, by wheel, by arrows at its ends. */
export function ScrollRow({ children, backLabel, onLabel }: ScrollRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState({ left: false, right: false });

  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const left = element.scrollLeft > 4;
      const right = element.scrollLeft + element.clientWidth < element.scrollWidth - 4;
      setHidden((was) => (was.left === left && was.right === right ? was : { left, right }));
    };
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, []);

  const move = (direction: number) =>
    row.current?.scrollBy({ left: direction * row.current.clientWidth * 0.7, behavior: "smooth" });
  const end = "pointer-events-none absolute inset-y-0 z-10 flex items-center from-canvas from-60% to-transparent";
  const arrow = "pointer-events-auto max-sm:hidden";

  return (
    <div className="relative">
      {hidden.left ? (
        <div className={cx(end, "-left-1 bg-linear-to-r pr-6")}>
          <IconButton
            label={backLabel}
            tooltip="none"
            icon={<ChevronLeft aria-hidden size={20} />}
            onClick={() => move(-1)}
            className={arrow}
          />
        </div>
      ) : null}
      <div ref={row} className="-m-1 overflow-x-auto p-1 [scrollbar-width:none]">
        <div className="flex w-max gap-2">{children}</div>
      </div>
      {hidden.right ? (
        <div className={cx(end, "-right-1 bg-linear-to-l pl-6")}>
          <IconButton
            label={onLabel}
            tooltip="none"
            icon={<ChevronRight aria-hidden size={20} />}
            onClick={() => move(1)}
            className={arrow}
          />
        </div>
      ) : null}
    </div>
  );
}
