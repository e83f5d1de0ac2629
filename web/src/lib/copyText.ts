/** Puts text on the clipboard, also on sites without https, where browsers offer only the old way. */
export async function copyText(text: string, within: HTMLElement = document.body): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr-only";
  within.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}
