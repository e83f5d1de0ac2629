import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { meQuery } from "@/api/me";
import type { Me, MePatch } from "@/api/types";

/** Changes the own account; what shows it anywhere follows. */
export function useChangeMe() {
  const keep = useKeepMe();
  return useMutation({
    mutationFn: (body: MePatch) => unwrap(api.PATCH("/api/v1/me", { body })),
    onSuccess: keep,
  });
}

/** Takes the server's new state of the account into everything that shows it. */
export function useKeepMe(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => {
    client.setQueryData(meQuery.queryKey, me);
    void client.invalidateQueries({ queryKey: ["channel"] });
    void client.invalidateQueries({ queryKey: ["videos"] });
    void client.invalidateQueries({ queryKey: ["video"] });
  };
}
