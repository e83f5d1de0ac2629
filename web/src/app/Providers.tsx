import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { RealtimeContext } from "@/lib/realtime/useChannel";
import { queryClient } from "./queryClient";
import { realtime } from "./realtime";

export const Providers = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>
    <RealtimeContext value={realtime}>{children}</RealtimeContext>
  </QueryClientProvider>
);
