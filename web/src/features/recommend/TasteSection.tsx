import { type ReactNode, useId } from "react";

interface TasteSectionProps {
  title: string;
  text?: string;
  /** The heading's id, where more than the section is named by it. */
  id?: string;
  children: ReactNode;
}

/** A part of the profile: what it is at the left, the thing itself beside it. */
export function TasteSection({ title, text, id, children }: TasteSectionProps) {
  const own = useId();
  return (
    <section
      aria-labelledby={id ?? own}
      className="grid gap-x-12 gap-y-4 border-t border-line py-8 first-of-type:border-0 md:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id ?? own} className="text-base font-semibold">
          {title}
        </h2>
        {text ? <p className="mt-1 text-pretty text-ink-muted">{text}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
