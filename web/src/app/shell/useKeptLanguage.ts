import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, unwrap } from "@/api/client";
import { meQuery, useMe } from "@/api/me";
import { useLanguage } from "@/lib/i18n/language";

/** Lets the server know the reader's language, for letters: the first one there is, and each that is chosen here. */
export function useKeptLanguage(): void {
  const me = useMe();
  const language = useLanguage();
  const client = useQueryClient();
  const known = useRef(language);
  useEffect(() => {
    if (!me || me.preferences.language === language) return;
    if (me.preferences.language !== undefined && known.current === language) return;
    known.current = language;
    void unwrap(api.PATCH("/api/v1/me", { body: { preferences: { language } } })).then(
      (changed) => client.setQueryData(meQuery.queryKey, changed),
      () => undefined, // tried again with the next page
    );
  }, [me, language, client]);
}
