import type { ReactNode } from "react";

interface EmptyStateProps {
  /** A large, quiet drawing. */
  picture: ReactNode;
  title: string;
  text?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  /** The page's own heading when the state is the whole page. */
  heading?: "h1" | "h2" | "h3";
}

export function EmptyState({ picture, title, text, action, heading: Heading = "h2" }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center">
      <div aria-hidden className="mb-6 grid size-28 place-items-center rounded-full bg-accent-soft text-accent">
        {picture}
      </div>
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {text ? <p className="mt-2 text-base text-pretty text-ink-muted">{text}</p> : null}
      {action ? <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
