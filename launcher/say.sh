# Words to the person at the terminal. Progress goes to stderr, so that stdout holds only results.

say() { printf '%s\n' "$*" >&2; }

# Says what is wrong in one sentence and ends with status 1.
fail() {
  printf 'vidstead: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

project_version() { sed -n 's|^  <version>\(.*\)</version>|\1|p' "$ROOT/pom.xml" | head -n 1; }
