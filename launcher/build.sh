# Builds the server and the pages when their sources changed, and keeps each build in a folder of its own.
# A running server is never built over: Maven and Vite write to target/ and web/dist, what runs is a copy under
# run/, named by the content of its sources.

# Prints a name for the content of the files given as NUL-separated paths relative to ROOT.
content_name() {
  local hash=(sha256sum)
  have sha256sum || hash=(shasum -a 256)
  (cd "$ROOT" && LC_ALL=C sort -z | xargs -0 "${hash[@]}" | "${hash[@]}" | cut -c 1-16)
}

server_sources() {
  (cd "$ROOT" && find pom.xml .mvn media engines ranking platform \
    \( -name target -o -path '*/src/test' \) -prune -o -type f -print0)
}

web_sources() {
  (cd "$ROOT" && find web \( -name node_modules -o -name dist -o -path web/e2e -o -path web/test-results \
    -o -path web/playwright-report -o -name '*.tsbuildinfo' -o -name '*.gen.ts' \) -prune -o -type f -print0)
}

# Runs a command while no other launcher builds the same in this checkout: the server, or what LOCK names.
alone() {
  mkdir -p "$STATE" || fail "$STATE cannot be written; build as the owner of $ROOT."
  if have flock; then
    (
      flock -n 9 || {
        say "Another vidstead command is building here; waiting for it."
        flock 9
      }
      "$@" 9>&-
    ) 9>"$STATE/${LOCK:-build}.lock"
  else
    alone_by_link "$@"
  fi
}

# The same without flock (macOS): a link can be made by one only; it names its maker, whose death frees it.
alone_by_link() {
  local lock=$STATE/${LOCK:-build}.lock.link status
  until ln -s "$$" "$lock" 2>/dev/null; do
    kill -0 "$(readlink "$lock")" 2>/dev/null || rm -f "$lock"
    sleep 0.2
  done
  set +e
  (set -e && "$@")
  status=$?
  set -e
  rm -f "$lock"
  return "$status"
}

# Sets APP to the folder of a built server that fits the sources.
built_server() {
  need_jdk
  APP=$STATE/server-$(server_sources | content_name)
  [ -f "$APP/quarkus-run.jar" ] || alone build_server "$APP"
}

build_server() { # FOLDER
  [ ! -f "$1/quarkus-run.jar" ] || return 0
  need_maven
  local started=$SECONDS log=$STATE/build-server.log
  say "Building the server (the first time also fetches its libraries) …"
  if ! maven -q -Dfast -DskipTests -pl platform -am package >"$log" 2>&1; then
    grep -m 25 '^\[ERROR\]' "$log" >&2 || tail -n 40 "$log" >&2
    fail "The server did not build; the whole output is in $log."
  fi
  keep_server "$1"
  say "Built the server in $((SECONDS - started)) s."
}

# Copies what Maven built to the folder it will run from, with its times: a trained start is good for those files alone.
keep_server() { # FOLDER
  rm -rf "$1.new"
  cp -Rp "$ROOT/platform/target/quarkus-app" "$1.new"
  mv "$1.new" "$1"
  drop_unused server "$1"
}

# Sets BENCH to the classes of the benches and the demo; they run with the built server's libraries.
# shellcheck disable=SC2034 # used by bench.sh and demo.sh
built_bench() {
  BENCH=$ROOT/bench/target/classes
  local stamp=$STATE/bench.name name
  name=$(bench_sources | content_name)
  [ "$(cat "$stamp" 2>/dev/null)" = "$name" ] && [ -d "$BENCH" ] && return 0
  need_maven
  alone maven -q -Dfast -DskipTests -pl bench -am compile >"$STATE/build-bench.log" 2>&1 || {
    tail -n 40 "$STATE/build-bench.log" >&2
    fail "The benches did not build; the whole output is in $STATE/build-bench.log."
  }
  printf '%s\n' "$name" >"$stamp"
}

bench_sources() {
  server_sources
  (cd "$ROOT" && find bench \( -name target -o -path '*/src/test' -o -name results \) -prune -o -type f -print0)
}

# Sets WEB to the folder of built pages that fit the sources.
built_web() {
  WEB=$STATE/web-$(web_sources | content_name)
  [ -f "$WEB/index.html" ] || LOCK=pages alone build_web "$WEB"
}

build_web() { # FOLDER
  [ ! -f "$1/index.html" ] || return 0
  local started=$SECONDS log=$STATE/build-web.log
  node_modules
  say "Building the pages …"
  if ! (cd "$ROOT/web" && npm run --silent build) >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    fail "The pages did not build; the whole output is in $log."
  fi
  rm -rf "$1.new"
  cp -R "$ROOT/web/dist" "$1.new"
  mv "$1.new" "$1"
  drop_unused web "$1"
  say "Built the pages in $((SECONDS - started)) s."
}

# Installs the pages' packages when the lock file changed since the last time.
node_modules() {
  need_node
  local lock=$ROOT/web/package-lock.json installed=$ROOT/web/node_modules/.installed-lock log=$STATE/npm.log
  if cmp -s "$lock" "$installed"; then return 0; fi
  say "Fetching the pages' packages …"
  if ! (cd "$ROOT/web" && npm ci --no-audit --no-fund --prefer-offline) >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "npm could not install the pages' packages; the whole output is in $log."
  fi
  cp "$lock" "$installed"
}

# Removes older builds that no process runs from.
drop_unused() { # KIND KEEP
  local folder
  for folder in "$STATE/$1"-*; do
    if [ -d "$folder" ] && [ "$folder" != "$2" ] && ! in_use "$folder"; then rm -rf "$folder"; fi
  done
}

# Notes that this process, which is about to become a server, runs from these builds.
note_use() { # FOLDER…
  local folder
  for folder in "$@"; do : >"$folder.pid-$$"; done 2>/dev/null || true
}

in_use() { # FOLDER
  local note pid
  for note in "$1".pid-*; do
    [ -e "$note" ] || continue
    pid=${note##*.pid-}
    if kill -0 "$pid" 2>/dev/null || [ -d "/proc/$pid" ]; then return 0; fi
    rm -f "$note"
  done
  return 1
}
