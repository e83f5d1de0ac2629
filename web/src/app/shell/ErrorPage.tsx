import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { CloudOff, Hammer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isNetworkProblem, isNotFound, ProblemError } from "@/api/problem";
import { useProblemText } from "@/api/problemText";
import { useOnline } from "@/lib/useOnline";
import { useTitle } from "@/lib/useTitle";
import { Button, buttonClass } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { NotFoundPage } from "./NotFoundPage";

/** What a page that failed shows: not found, offline, or broken, each with a way on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  return isNotFound(error) ? <NotFoundPage /> : <Failure error={error} reset={reset} />;
}

function Failure({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation("shell");
  const { t: common } = useTranslation("common");
  const problemText = useProblemText();
  const online = useOnline();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const offline = !online || isNetworkProblem(error);
  const kind = offline ? "offline" : "crashed";
  useTitle(t(($) => $[kind].title));

  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };

  return (
    <EmptyState
      heading="h1"
      picture={offline ? <CloudOff size={48} strokeWidth={1.5} /> : <Hammer size={48} strokeWidth={1.5} />}
      title={t(($) => $[kind].title)}
      text={
        <>
          {error instanceof ProblemError && !offline ? problemText(error) : t(($) => $[kind].text)}
          {error instanceof ProblemError && error.traceId ? (
            <span className="mt-2 block text-xs">{t(($) => $.crashed.trace, { id: error.traceId })}</span>
          ) : null}
        </>
      }
      action={
        <>
          <Button variant="primary" onClick={retry}>
            {common(($) => $.retry)}
          </Button>
          <Link to="/" className={buttonClass("secondary")}>
            {common(($) => $.goHome)}
          </Link>
        </>
      }
    />
  );
}
