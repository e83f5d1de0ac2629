/** Where to go after signing in: only ever a page of this site, whatever the address bar was made to say. */
export function returnPath(wanted: string | undefined): string {
  if (!wanted?.startsWith("/") || /^\/[/\\]/.test(wanted) || /[\p{Cc}\\]/u.test(wanted)) return "/";
  return /^\/(login|register|setup)([/?#]|$)/.test(wanted) ? "/" : wanted;
}
