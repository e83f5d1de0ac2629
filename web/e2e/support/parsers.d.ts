// Libraries without types of their own, as far as they are used here.

declare module "m3u8-parser" {
  interface Attributes {
    CODECS?: string;
    BANDWIDTH?: number;
    "AVERAGE-BANDWIDTH"?: string;
    "FRAME-RATE"?: number | string;
  }
  interface Manifest {
    playlists: { uri: string; attributes: Attributes }[];
    segments: { uri: string; duration: number; byterange: { offset: number; length: number } }[];
  }
  export class Parser {
    manifest: Manifest;
    push(text: string): void;
    end(): void;
  }
}

declare module "mpd-parser" {
  interface Playlist {
    attributes: { CODECS: string; RESOLUTION?: { width: number; height: number } };
  }
  export function parse(text: string, options: { manifestUri: string }): { duration: number; playlists: Playlist[] };
}
