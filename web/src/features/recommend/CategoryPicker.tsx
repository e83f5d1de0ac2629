import { useQuery } from "@tanstack/react-query";
import { Check, Plus } from "lucide-react";
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
}

/** All categories, of which one picks those that one likes. */
export function CategoryPicker({ picked, labelledBy, onPick }: CategoryPickerProps) {
  const { data } = useQuery(categoriesQuery);
  const name = useCategoryName();
  const { mutate } = useTaste();
  return (
    <ul aria-labelledby={labelledBy} className="flex flex-wrap gap-2">
      {data?.categories.map((category) => {
        const on = picked.includes(category.id);
        return (
          <li key={category.id}>
            <button
              type="button"
              aria-pressed={on}
              className={`${chipClass} min-h-10 gap-1.5`}
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
