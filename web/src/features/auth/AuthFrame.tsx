import type { ReactNode } from "react";
import { useTitle } from "@/lib/useTitle";

interface AuthFrameProps {
  title: string;
  text?: string;
  children: ReactNode;
  /** The way to the other form. */
  footer?: ReactNode;
}

/** One form in the middle of the page, and nothing else. */
export function AuthFrame({ title, text, children, footer }: AuthFrameProps) {
  useTitle(title);
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6 px-4 py-8 sm:py-16">
      <div className="rounded-panel sm:border sm:border-line sm:bg-surface sm:p-8">
        <h1 className="text-xl font-semibold text-balance">{title}</h1>
        {text ? <p className="mt-2 text-base text-pretty text-ink-muted">{text}</p> : null}
        <div className="mt-6 flex flex-col gap-4">{children}</div>
      </div>
      {footer ? <p className="text-center text-ink-muted">{footer}</p> : null}
    </div>
  );
}

/** A refusal that concerns the whole form; announced when it comes. */
export const FormProblem = ({ children }: { children: ReactNode }) => (
  <div role="alert" className="empty:hidden">
    {children ? <p className="rounded-control bg-danger-soft px-4 py-3 text-danger">{children}</p> : null}
  </div>
);
