/** What is wrong with a file before a byte of it is sent. */
export type Refusal =
  | { readonly code: "empty" | "not_a_video" | "doubled" }
  | { readonly code: "too_large"; readonly limit: number };

const ENDINGS = new Set(
  "mp4 m4v mov qt mkv webm avi mpg mpeg mpe m2v ts mts m2ts flv f4v wmv asf 3gp 3g2 ogv ogg ogm mxf vob dv y4m h264 264 hevc mp3 m4a aac flac wav oga opus".split(
    " ",
  ),
);
const CONTAINERS = ["application/mp4", "application/ogg", "application/x-matroska", "application/mxf"];

/** Whether a file can be a video, or sound that becomes one, by the type that the browser says or, where it says none, by the name's ending. */
export function looksLikeVideo({ name, type }: Pick<File, "name" | "type">): boolean {
  if (type.startsWith("video/") || type.startsWith("audio/") || CONTAINERS.includes(type)) return true;
  if (type !== "" && type !== "application/octet-stream") return false;
  return ENDINGS.has(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}

export function refusalOf(file: Pick<File, "name" | "type" | "size">, maxBytes: number | undefined): Refusal | null {
  if (!looksLikeVideo(file)) return { code: "not_a_video" };
  if (file.size === 0) return { code: "empty" };
  return maxBytes !== undefined && file.size > maxBytes ? { code: "too_large", limit: maxBytes } : null;
}
