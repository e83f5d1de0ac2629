import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { repository } from "./site";

const shared = process.env.VIDSTEAD_SHARED ?? resolve(repository, "../shared");

/** A real clip when the shared data is there, else one drawn by ffmpeg. */
export function carClip(): string {
  const real = join(shared, "data/video/car-detection.mp4");
  return existsSync(real) ? real : drawnClip("drawn", 20);
}

/** A clip with sound, H.264 and AAC, drawn by ffmpeg's own sources. */
export const drawnClip = (name: string, seconds: number, size = "1280x720"): string =>
  looped(
    `${name}-${seconds}s-${size}.mp4`,
    seconds,
    scene(`h264-${size}.mp4`, size, "-c:v libx264 -preset ultrafast -pix_fmt yuv420p"),
    "-c:a aac -movflags +faststart",
  );

/** A short clip in a file of at least so many bytes: its last box is empty room. */
export const paddedClip = (bytes: number): string =>
  made(`padded-${bytes}.mp4`, (clip) => {
    const film = readFileSync(drawnClip("studio", 2, "640x360"));
    const box = Buffer.alloc(bytes);
    box.writeUInt32BE(bytes);
    box.write("free", 4, "latin1");
    writeFileSync(clip, Buffer.concat([film, box]));
  });

/** A clip which no browser plays as it is. */
export const unplayableClip = (name: string, seconds: number): string =>
  looped(
    `${name}-${seconds}s.avi`,
    seconds,
    scene("mpeg4-640x360.avi", "640x360", "-c:v mpeg4 -q:v 12"),
    "-c:a libmp3lame -compression_level 9",
  );

/** Two seconds without sound, one group of pictures. */
const scene = (name: string, size: string, codec: string): string =>
  made(`scene-${name}`, (clip) =>
    ffmpeg("-f", "lavfi", "-i", `testsrc2=size=${size}:rate=30:duration=2`, "-g", "60", ...codec.split(" "), clip),
  );

/** The scene again and again, not coded anew, with a sound. */
function looped(file: string, seconds: number, picture: string, codec: string): string {
  // Noise: a pure tone takes ffmpeg's encoder of AAC five times as long.
  const sound = `anoisesrc=colour=pink:amplitude=0.1:seed=1:sample_rate=44100:duration=${seconds}`;
  const inputs = ["-stream_loop", "-1", "-i", picture, "-f", "lavfi", "-i", sound];
  return made(file, (clip) => ffmpeg(...inputs, "-t", String(seconds), "-c:v", "copy", ...codec.split(" "), clip));
}

const ffmpeg = (...options: string[]) => execFileSync(tool("ffmpeg"), ["-v", "error", "-y", ...options]);

/** A file that is made once and kept. It appears whole: tests that run beside each other may both want it. */
function made(file: string, make: (path: string) => void): string {
  const folder = join(repository, "run", "clips");
  const path = join(folder, file);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const part = join(folder, `${process.pid}-${file}`);
    make(part);
    renameSync(part, path);
  }
  return path;
}

/** A white bar that crosses a black picture once in the length of the clip, a loud tone, and German subtitles. */
export const crossingClip = (seconds: number): string =>
  made(`crossing-${seconds}s.mp4`, (clip) => {
    const words = made("crossing.srt", (path) =>
      writeFileSync(path, "1\n00:00:00,000 --> 00:00:30,000\nGuten <b>Tag</b>\n"),
    );
    const inputs = [
      ["-f", "lavfi", "-i", `color=black:s=320x180:r=10:d=${seconds}`],
      ["-f", "lavfi", "-i", `color=white:s=8x180:r=10:d=${seconds}`],
      ["-f", "lavfi", "-i", `aevalsrc='0.5*sin(2*PI*997*t)|0.5*sin(2*PI*997*t)':s=48000:d=${seconds}`],
      ["-i", words],
    ].flat();
    const graph = ["-filter_complex", `[0][1]overlay=x='t*312/${seconds}'[v]`, "-map", "[v]", "-map", "2", "-map", "3"];
    const codecs = "-c:v libx264 -preset ultrafast -g 20 -pix_fmt yuv420p -c:a aac -c:s mov_text";
    const names = ["-metadata:s:s:0", "language=ger", "-movflags", "+faststart"];
    ffmpeg(...inputs, ...graph, ...codecs.split(" "), ...names, clip);
  });

/** ffmpeg or ffprobe: the ones which the site under test unpacked. */
export function tool(name: "ffmpeg" | "ffprobe"): string {
  const folder = process.env.E2E_TOOLS;
  if (!folder) throw new Error("the site was not started");
  return join(folder, name);
}

/** A picture in PNG, drawn by ffmpeg. */
export const drawnPicture = (name: string, size: string): string =>
  made(`${name}-${size}.png`, (picture) =>
    ffmpeg("-f", "lavfi", "-i", `testsrc2=size=${size}`, "-frames:v", "1", picture),
  );
