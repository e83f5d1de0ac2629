// Completes package-lock.json with the optional packages of other platforms.
//
// npm leaves out of the lock file every optional package it could not look at on the machine that wrote it,
// and `npm ci` on any machine then refuses that lock file. This adds each missing one by its exact version;
// os and cpu are read off the package's name, so that npm skips what does not fit.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const systems = ["darwin", "linux", "win32", "freebsd", "openbsd", "netbsd", "android", "openharmony", "sunos", "aix"];
const processors = ["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] || !exact.test(version)) continue;
    const words = name.split(/[/-]/);
    lock.packages[path] = {
      version,
      optional: true,
      ...(entry.dev ? { dev: true } : {}),
      ...(systems.some((s) => words.includes(s)) ? { os: systems.filter((s) => words.includes(s)) } : {}),
      ...(processors.some((c) => words.includes(c)) ? { cpu: processors.filter((c) => words.includes(c)) } : {}),
    };
    added++;
  }
}
// Some packages do not say that they are for the other C library, and would be installed beside those for this one.
for (const [path, entry] of Object.entries(lock.packages)) {
  if (entry.os?.includes("linux") && path.split(/[/-]/).includes("musl")) entry.libc ??= ["musl"];
}
// An entry keeps no download address: the registry is the reader's choice.
for (const entry of Object.values(lock.packages)) delete entry.resolved;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} optional packages added`);
