import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { meQuery } from "@/api/me";
import { nothingToShow } from "@/lib/nothingToShow";
import { useTitle } from "@/lib/useTitle";
import { buttonClass } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import { EmailForm } from "./EmailForm";
import { Look } from "./Look";
import { PasswordForm } from "./PasswordForm";
import { Pictures } from "./Pictures";
import { ProfileForm } from "./ProfileForm";
import { PublicDislikes } from "./PublicDislikes";
import { SignOut } from "./SignOut";
import { StorageUse } from "./StorageUse";

interface SettingsPageProps {
  /** Shows texts in another language; handed in, because languages are the app's. */
  onLanguage: (language: "en" | "de") => void;
}

export function SettingsPage({ onLanguage }: SettingsPageProps) {
  const { t } = useTranslation("settings");
  const { data: me } = useQuery({ ...meQuery, throwOnError: nothingToShow });
  useTitle(t(($) => $.title));
  return (
    <div className="mx-auto flex max-w-5xl flex-col px-4 pt-4 sm:px-6">
      <h1 className="mb-2 text-xl font-semibold">{t(($) => $.title)}</h1>
      {me ? (
        <>
          <Section title={t(($) => $.sections.profile)} text={t(($) => $.profileText)}>
            <ProfileForm key={me.user_id} me={me} />
            <PublicDislikes me={me} />
          </Section>
          <Section title={t(($) => $.sections.pictures)}>
            <Pictures me={me} />
          </Section>
          <Section title={t(($) => $.sections.account)}>
            <EmailForm key={me.email} me={me} />
            <PasswordForm username={me.username} />
          </Section>
          <Section title={t(($) => $.sections.look)}>
            <Look onLanguage={onLanguage} />
          </Section>
          <Section title={t(($) => $.sections.taste)} text={t(($) => $.tasteText)}>
            <Link to="/taste" className={buttonClass("secondary", "w-fit")}>
              {t(($) => $.tasteLink)}
            </Link>
          </Section>
          <Section title={t(($) => $.sections.storage)} text={t(($) => $.storageText)}>
            <StorageUse storage={me.storage} />
          </Section>
          <Section title={t(($) => $.sections.sessions)} text={t(($) => $.sessionsText)}>
            <SignOut />
          </Section>
        </>
      ) : (
        [0, 1, 2].map((each) => <Skeleton key={each} className="mt-8 h-56 rounded-panel" />)
      )}
    </div>
  );
}

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-4 border-t border-line py-8 first-of-type:border-0 md:grid-cols-[16rem_1fr]"
    >
      <div>
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {text ? <p className="mt-1 text-pretty text-ink-muted">{text}</p> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
    </section>
  );
}
