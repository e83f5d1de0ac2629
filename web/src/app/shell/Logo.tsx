import { Link } from "@tanstack/react-router";
import { SITE } from "@/lib/useTitle";

export const Logo = () => (
  <Link to="/" className="flex h-10 items-center gap-2 rounded-control px-1 text-lg font-semibold tracking-tight">
    <svg viewBox="0 0 32 32" className="size-7" aria-hidden="true">
      <path
        className="fill-accent"
        d="M14.3 3.2a2.6 2.6 0 0 1 3.4 0l10.4 8.9c.6.5.9 1.2.9 2V26a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V14.1c0-.8.3-1.5.9-2z"
      />
      <path
        className="fill-on-accent"
        d="M12.5 14.4c0-1 1.1-1.6 2-1.1l7 4.3c.8.5.8 1.7 0 2.2l-7 4.3c-.9.5-2-.1-2-1.1z"
      />
    </svg>
    <span>{SITE}</span>
  </Link>
);
