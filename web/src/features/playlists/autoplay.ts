import { keptSwitch } from "@/lib/keptSwitch";

/** Whether a list goes on by itself. It does until somebody says no. */
export const autoplay = keptSwitch("vidstead.playlist-autoplay", true);
