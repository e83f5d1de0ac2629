import { useEffect } from "react";

export const SITE = "Vidstead";

/** Names the browser's tab and history entry; without a text just the site. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} – ${SITE}` : SITE;
  }, [title]);
}
