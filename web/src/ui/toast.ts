interface ToastOptions {
  /** It takes the place of the one of the same name. */
  id?: string;
  /** A way on or back, "Undo" for instance. */
  action?: { label: string; onClick: () => void };
}

/** Says something short that nobody must answer. The toaster loads beside the page. */
export function toast(message: string, options: ToastOptions = {}): void {
  void import("./Toasts").then(({ toaster }) => toaster(message, options));
}

/** Says that something did not work, and what to do. */
export function toastError(message: string, options: ToastOptions = {}): void {
  void import("./Toasts").then(({ toaster }) => toaster.error(message, options));
}
