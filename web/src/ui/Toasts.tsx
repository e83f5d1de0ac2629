import { Toaster, toast } from "sonner";
import { useTheme } from "@/lib/theme";

/** What toast.ts asks for: it is there, with this file, before the first thing goes wrong. */
export const toaster = toast;

/** Where short messages appear; once, in the shell. */
export function Toasts({ label }: { label: string }) {
  const theme = useTheme();
  return (
    <Toaster
      theme={theme}
      containerAriaLabel={label}
      position="bottom-left"
      toastOptions={{
        style: {
          fontFamily: "var(--font-sans)",
          fontSize: "0.875rem",
          borderRadius: "var(--radius-card)",
          background: "var(--tooltip)",
          color: "var(--on-tooltip)",
          border: "none",
        },
      }}
    />
  );
}
