import { keptSwitch } from "@/lib/keptSwitch";

/** Whether the next video starts by itself. It does not until somebody wants it to. */
export const autoplay = keptSwitch("vidstead.autoplay-next", false);
