# Finds the tools Vidstead is built and run with. Each need_* sets its variables, or fails with what to install.

readonly JDK_WANTED=25
readonly NODE_WANTED=20

# HOME may be unset or unwritable (services, containers); Maven and npm want a place for what they download.
need_home() {
  if [ -z "${HOME:-}" ]; then
    HOME=$(cd ~ 2>/dev/null && pwd) || HOME=
  fi
  if [ -z "$HOME" ] || [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
    HOME=$STATE/home
    mkdir -p "$HOME" || fail "This account has no home folder and $STATE cannot be written; set HOME to a folder of yours."
    MAVEN_REPOSITORY=$HOME/.m2/repository
  fi
  export HOME
}

# The JVM writes paths and arguments of programs in the locale's characters, and those of a machine without one are ASCII:
# a folder named Fotos für Oma could not be opened.
need_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) return 0 ;;
  esac
  locale -a 2>/dev/null | grep -ix 'c\.utf-\{0,1\}8' >/dev/null || return 0
  export LC_CTYPE=C.UTF-8
  [ -z "${LC_ALL:-}" ] || export LC_ALL=C.UTF-8
}

# A JDK says its version in a file; only one without it is started to be asked.
java_major() { # FOLDER → its version's first number, or nothing
  [ -x "$1/bin/java" ] || return 1
  local told
  told=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  case $told in
    '' | 1) ;;
    *) printf '%s\n' "$told" && return 0 ;;
  esac
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p'
}

jdk_candidates() {
  local on_path folder
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  if on_path=$(command -v javac 2>/dev/null); then
    while [ -L "$on_path" ]; do on_path=$(readlink -f "$on_path"); done
    printf '%s\n' "${on_path%/bin/javac}"
  fi
  for folder in /usr/lib/jvm/* /opt/*jdk* /opt/*java* /opt/jdk/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ ! -x "$folder/bin/javac" ] || printf '%s\n' "$folder"
  done
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$JDK_WANTED" 2>/dev/null || true
}

# Prints the first JDK that is new enough.
find_jdk() {
  local folder major
  while read -r folder; do
    [ -x "$folder/bin/javac" ] || continue
    major=$(java_major "$folder") || continue
    case $major in
      *[!0-9]* | '') continue ;;
    esac
    if [ "$major" -ge "$JDK_WANTED" ]; then
      printf '%s\n' "$folder"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

need_jdk() {
  [ -z "${JDK_FOUND:-}" ] || return 0
  JDK_FOUND=$(find_jdk) || fail "No JDK $JDK_WANTED or newer was found; install one (for example Temurin $JDK_WANTED, from adoptium.net or your package manager) or set JAVA_HOME to it."
  export JAVA_HOME=$JDK_FOUND
}

need_maven() {
  need_jdk
  have mvn || fail "Maven was not found; install it (Debian: apt-get install maven, macOS: brew install maven)."
}

# The quick compiler alone gets little room for what it compiles, and a JVM collects all its garbage each time that is full, or
# its classes pass what is foreseen for them.
ROOMY="-XX:ReservedCodeCacheSize=240m -XX:MetaspaceSize=400m"

# Runs Maven on the project, quiet about what a new JDK thinks of Maven's own libraries. A build ends before the better
# compiler and a collector with many threads have paid for themselves.
maven() {
  local options=(--batch-mode --no-transfer-progress -f "$ROOT/pom.xml")
  [ -z "${MAVEN_REPOSITORY:-}" ] || options+=("-Dmaven.repo.local=$MAVEN_REPOSITORY")
  MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 $ROOMY -Xms1g -Xmn600m ${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    "${MAVEN:-mvn}" "${options[@]}" "$@"
}

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p'; }

need_node() {
  local major
  major=$(node_major)
  if [ -z "$major" ] || [ "$major" -lt "$NODE_WANTED" ] || ! have npm; then
    fail "Node $NODE_WANTED or newer with npm was not found (Node here: ${major:-none}); install it from nodejs.org or your package manager."
  fi
}

find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -n "$name" ] && have "$name"; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

# Installs Debian packages when this account may: root, or sudo that asks nothing.
apt_install() {
  local become=()
  have apt-get || return 1
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    become=(sudo -n)
  fi
  ${become[@]+"${become[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
    ${become[@]+"${become[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# Sets CHROMIUM to a Chromium program and CHROMIUM_SHELL to the one that has no windows, which costs half of it; installs
# them where that asks nobody. Where there is no such shell, or a browser was named, that one does all.
# shellcheck disable=SC2034 # used by test.sh
need_chromium() {
  local named=${CHROMIUM:-}
  if ! CHROMIUM=$(find_chromium); then
    say "Chromium is not here yet; installing it."
    apt_install chromium && CHROMIUM=$(find_chromium) ||
      fail "The browser tests need Chromium; install it (Debian: apt-get install chromium) or set CHROMIUM to a Chrome or Chromium program."
  fi
  CHROMIUM_SHELL=$CHROMIUM
  [ -z "$named" ] || return 0
  have chromium-headless-shell || apt_install chromium-headless-shell || return 0
  CHROMIUM_SHELL=$(command -v chromium-headless-shell)
}

# Finds a program that only some tests or measurements use, or installs it where that asks nobody; else says what goes
# without it.
want_program() { # PROGRAM WHAT_GOES_WITHOUT PACKAGE…
  local program=$1 without=$2
  shift 2
  have "$program" || [ -x "/usr/sbin/$program" ] || apt_install "$@" ||
    say "$program is not here and this account may not install it (Debian: apt-get install $*): $without"
}

# Prints a TCP port of 127.0.0.1 that nobody listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 30000))
    (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null || break
  done
  printf '%s\n' "$port"
}
