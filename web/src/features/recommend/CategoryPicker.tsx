import { useQuery } from "@tanstack/react-query";
import { Check, Plus } from "lucide-react";
import { cx } from "@/lib/cx";
import { chipClass } from "@/ui/Chip";
import { categoriesQuery } from "../videos/queries";
import { useCategoryName } from "../videos/useCategoryName";
import { toggled } from "./taste";
import { useTaste } from "./useTaste";

interface CategoryPickerProps {
  picked: readonly string[];
  /** The id of the heading above. */
  labelledBy: string;
  onPick?: () => void;
  /** All in one line, however long; the line scrolls where it stands. */
  oneLine?: boolean;
}

/** All categories, of which one picks those that one likes. */
export function CategoryPicker({ picked, labelledBy, onPick, oneLine = false }: CategoryPickerProps) {
  const { data } = useQuery(categoriesQuery);
  const name = useCategoryName();
  const { mutate } = useTaste();
  return (
    <ul aria-labelledby={labelledBy} className={cx("flex gap-2", !oneLine && "flex-wrap")}>
      {data?.categories.map((category) => {
        const on = picked.includes(category.id);
        return (
          <li key={category.id}>
            <button
              type="button"
              aria-pressed={on}
              className={cx(chipClass, "min-h-10 gap-1.5")}
              onClick={() => {
                mutate({ kind: "change", changes: { categories: toggled(picked, category.id) } });
                onPick?.();
              }}
            >
              {on ? <Check aria-hidden size={16} /> : <Plus aria-hidden size={16} />}
              {name(category)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
