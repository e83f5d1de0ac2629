import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useProblemText } from "@/api/problemText";
import { Button } from "@/ui/Button";

/** Below a list that did not come, wholly or in part: why, and another try. Nothing while all is well. */
export function ListProblem({ list }: { list: UseInfiniteQueryResult }) {
  const { t } = useTranslation("common");
  const problemText = useProblemText();
  const { error, isFetchNextPageError, isFetching, fetchNextPage, refetch } = list;
  if (!error) return null;
  return (
    <div className="mt-4 flex flex-col items-center gap-3 p-4">
      <p role="alert">{problemText(error)}</p>
      <Button busy={isFetching} onClick={() => void (isFetchNextPageError ? fetchNextPage() : refetch())}>
        {t(($) => $.retry)}
      </Button>
    </div>
  );
}
