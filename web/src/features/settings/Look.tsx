import { useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { useLanguage } from "@/lib/i18n/language";
import { chooseTheme, useThemeChoice } from "@/lib/theme";

/** Takes effect at once, in this browser. */
export function Look({ onLanguage }: { onLanguage: (language: "en" | "de") => void }) {
  const { t } = useTranslation("settings");
  const theme = useThemeChoice();
  const language = useLanguage();
  return (
    <>
      <Choice
        label={t(($) => $.theme)}
        value={theme}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(($) => $.themes[value]) }))}
        onChange={chooseTheme}
      />
      <Choice
        label={t(($) => $.language)}
        value={language}
        options={[
          { value: "en", label: "English" },
          { value: "de", label: "Deutsch" },
        ]}
        onChange={onLanguage}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="inline-flex flex-wrap gap-1 rounded-full bg-sunken p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "inline-flex min-h-9 cursor-pointer items-center rounded-full px-4 text-sm font-medium transition-colors",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              option.value === value ? "bg-ink text-canvas" : "text-ink hover:bg-hover",
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
