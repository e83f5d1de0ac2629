import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { TasteWeights } from "@/api/types";
import { useTaste } from "./useTaste";

const kinds = ["fresh", "subscriptions", "shorter"] as const;
const values = ["m2", "m1", "p0", "p1", "p2"] as const;

/** More or less of something, in five steps. */
export function Weights({ weights }: { weights: TasteWeights }) {
  return (
    <div className="flex flex-col gap-5">
      {kinds.map((kind) => (
        <Weight key={kind} kind={kind} value={weights[kind] ?? 0} />
      ))}
    </div>
  );
}

function Weight({ kind, value }: { kind: (typeof kinds)[number]; value: number }) {
  const { t } = useTranslation("recommend");
  const { mutate } = useTaste();
  const id = useId();
  const say = (step: number) => t(($) => $.taste.weights.values[values[step + 2] ?? "p0"]);
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {t(($) => $.taste.weights[kind])}
        </label>
        <span aria-hidden className="text-ink-muted">
          {say(value)}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={-2}
        max={2}
        step={1}
        value={value}
        aria-valuetext={say(value)}
        onChange={(event) => mutate({ kind: "change", changes: { weights: { [kind]: Number(event.target.value) } } })}
        className="block h-10 w-full cursor-pointer accent-accent"
      />
      <p aria-hidden className="-mt-1 flex justify-between text-xs text-ink-muted">
        <span>{say(-2)}</span>
        <span>{say(2)}</span>
      </p>
    </div>
  );
}
