import { Tabs as Radix } from "radix-ui";
import { type ReactNode, useLayoutEffect, useRef } from "react";

interface TabsProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  tabs: readonly { value: string; label: string; content: ReactNode }[];
}

export function Tabs({ value, onChange, label, tabs }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const chosen = useRef<HTMLButtonElement>(null);
  // On a phone they are wider than the screen: the chosen one is in the middle, as far as there are others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another value another one is chosen
  useLayoutEffect(() => {
    if (!list.current || !chosen.current) return;
    list.current.scrollLeft = chosen.current.offsetLeft - (list.current.clientWidth - chosen.current.offsetWidth) / 2;
  }, [value]);
  return (
    <Radix.Root value={value} onValueChange={onChange}>
      <Radix.List ref={list} aria-label={label} className="relative flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            ref={tab.value === value ? chosen : undefined}
            value={tab.value}
            className="min-h-11 border-b-2 border-transparent px-4 text-sm font-medium whitespace-nowrap text-ink-muted transition-colors -outline-offset-2 hover:text-ink data-[state=active]:border-ink data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-6 outline-none">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
