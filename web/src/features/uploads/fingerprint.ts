const SAMPLE = 64 * 1024;

/**
 * Tells whether a file picked again is the one whose upload was interrupted: its size and a hash of its beginning,
 * middle and end. Names and dates may change, bytes may not. Works without a secure context, which crypto.subtle needs.
 */
export async function fingerprint(file: Blob): Promise<string> {
  const starts = new Set([0, Math.max(0, Math.floor(file.size / 2)), Math.max(0, file.size - SAMPLE)]);
  const parts = [...starts].map((start) => file.slice(start, start + SAMPLE).arrayBuffer());
  let hash: readonly [number, number] = [0xdeadbeef, 0x41c6ce57];
  for (const part of await Promise.all(parts)) hash = mix(hash, new Uint8Array(part));
  return `${file.size}-${hash.map((half) => (half >>> 0).toString(36)).join("")}`;
}

/** cyrb53, fed on: not against forgers, against mistakes. */
function mix([h1, h2]: readonly [number, number], bytes: Uint8Array): readonly [number, number] {
  let a = h1;
  let b = h2;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 2654435761);
    b = Math.imul(b ^ byte, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a, b];
}
