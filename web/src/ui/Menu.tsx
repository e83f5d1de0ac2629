import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

interface MenuProps {
  /** One button element that opens the menu. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
}

const item =
  "flex min-h-10 cursor-pointer items-center gap-3 px-4 text-sm outline-none select-none data-highlighted:bg-hover data-disabled:opacity-50";

export function Menu({ trigger, children, align = "end" }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="pop z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 overflow-y-auto rounded-card border border-line bg-surface py-2 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  children: ReactNode;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** Renders the one child (a link) as the entry. */
  asChild?: boolean;
}

export function MenuItem({
  icon,
  children,
  onSelect,
  danger = false,
  disabled = false,
  asChild = false,
}: MenuItemProps) {
  return (
    <Radix.Item
      asChild={asChild}
      disabled={disabled}
      {...(onSelect ? { onSelect } : {})}
      className={cx(item, danger && "text-danger")}
    >
      {asChild ? (
        children
      ) : (
        <>
          {icon}
          {children}
        </>
      )}
    </Radix.Item>
  );
}

interface MenuChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of several, with a tick at the one that holds. */
export function MenuChoice({ label, value, options, onChange }: MenuChoiceProps) {
  return (
    <>
      <Radix.Label className="px-4 pt-2 pb-1 text-xs text-ink-muted">{label}</Radix.Label>
      <Radix.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Radix.RadioItem key={option.value} value={option.value} className={item}>
            <span className="grid size-5 place-items-center">
              <Radix.ItemIndicator>
                <Check aria-hidden size={16} />
              </Radix.ItemIndicator>
            </span>
            {option.label}
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </>
  );
}

export const MenuSeparator = () => <Radix.Separator className="my-2 h-px bg-line" />;
