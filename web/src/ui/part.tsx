import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { toastError } from "./toast";

interface PartProps {
  /** Stands in its place until it comes, and where it did not. */
  waiting?: ReactNode;
  /** It did not come, which people have been told. What is shown anew is asked for again. */
  onMissing?: () => void;
}

/**
 * A part of a page whose program is loaded when it is first shown. One that cannot be loaded leaves the page as it is:
 * the network was away, or the site was upgraded meanwhile and the file is gone.
 */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  // React keeps how a loading ended: another try is another one.
  const begin = () =>
    lazy<ComponentType<Props & PartProps>>(async () => {
      try {
        return { default: await load() };
      } catch {
        latest = begin();
        return { default: Missing };
      }
    });
  let latest = begin();
  return (props: Props & PartProps) => <Part latest={() => latest} props={props} />;
}

/** Stays with the try that was the latest when it was first shown. */
function Part<Props extends PartProps>({ latest, props }: { latest: () => ComponentType<Props>; props: Props }) {
  const [Loaded] = useState(latest);
  return (
    <Suspense fallback={props.waiting}>
      <Loaded {...props} />
    </Suspense>
  );
}

function Missing({ waiting, onMissing }: PartProps) {
  const { t } = useTranslation("common");
  useEffect(() => {
    toastError(
      t(($) => $.partMissing),
      { id: "part-missing", action: { label: t(($) => $.reload), onClick: () => window.location.reload() } },
    );
    onMissing?.();
  }, [t, onMissing]);
  return waiting;
}
