import { createFileRoute } from "@tanstack/react-router";
import { tasteQuery } from "@/features/recommend/queries";
import { TastePage } from "@/features/recommend/TastePage";
import { categoriesQuery } from "@/features/videos/queries";
import { requireSignedIn } from "../requireSignedIn";

export const Route = createFileRoute("/taste")({
  beforeLoad: requireSignedIn,
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(categoriesQuery);
    void queryClient.prefetchQuery(tasteQuery);
  },
  component: TastePage,
});
