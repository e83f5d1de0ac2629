#!/usr/bin/env bash
# Tests of the launcher's own parts; needs bash alone. Run by ./vidstead check.
set -euo pipefail

HERE=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(mktemp -d)/"a checkout with spaces"
STATE=$ROOT/run
mkdir -p "$ROOT/media" "$ROOT/engines" "$ROOT/ranking" "$ROOT/platform" "$ROOT/.mvn" "$ROOT/web"
trap 'rm -rf "${ROOT%/*}"' EXIT

. "$HERE/say.sh"
. "$HERE/find.sh"
. "$HERE/build.sh"
. "$HERE/train.sh"
. "$HERE/run.sh"

PASSED=0
FAILURES=0

expect() { # WHAT EXPECTED ACTUAL
  if [ "$2" = "$3" ]; then
    PASSED=$((PASSED + 1))
  else
    FAILURES=$((FAILURES + 1))
    printf 'failed: %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
  fi
}

fake_jdk() { # FOLDER VERSION
  mkdir -p "$1/bin"
  printf '#!/bin/sh\necho "    java.specification.version = %s" >&2\n' "$2" >"$1/bin/java"
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}

test_a_new_enough_jdk_in_JAVA_HOME_wins_and_an_old_one_does_not() {
  fake_jdk "$ROOT/jdk new" 26
  fake_jdk "$ROOT/jdk old" 17
  expect "JAVA_HOME of 26" "$ROOT/jdk new" "$(JAVA_HOME="$ROOT/jdk new" find_jdk)"
  local found
  found=$(JAVA_HOME="$ROOT/jdk old" find_jdk || true)
  expect "JAVA_HOME of 17 is passed over" no "$([ "$found" = "$ROOT/jdk old" ] && echo yes || echo no)"
}

test_a_locale_without_utf8_becomes_one_with_it_and_another_stays() {
  locale() { printf 'C\nC.utf8\nPOSIX\n'; }
  expect "none" "C.UTF-8," "$(LC_ALL='' LC_CTYPE='' LANG='' && need_utf8 && echo "$LC_CTYPE,$LC_ALL")"
  expect "C for all" "C.UTF-8" "$(LC_ALL=C && need_utf8 && echo "$LC_ALL")"
  expect "German" "de_DE.UTF-8" "$(LC_ALL='' LC_CTYPE='' LANG=de_DE.UTF-8 && need_utf8 && echo "$LC_CTYPE$LANG")"
  locale() { printf 'C\nPOSIX\n'; }
  expect "a system that has none" "" "$(LC_ALL='' LC_CTYPE='' LANG='' && need_utf8 && echo "$LC_CTYPE")"
  unset -f locale
}

test_a_build_is_named_by_content_not_by_time() {
  echo "class A {}" >"$ROOT/media/A.java"
  echo "<project/>" >"$ROOT/pom.xml"
  local first second third
  first=$(server_sources | content_name)
  touch "$ROOT/media/A.java"
  mkdir -p "$ROOT/media/target" && echo x >"$ROOT/media/target/x"
  second=$(server_sources | content_name)
  echo "class A { }" >"$ROOT/media/A.java"
  third=$(server_sources | content_name)
  expect "touching and building change nothing" "$first" "$second"
  expect "another content, another name" different "$([ "$first" = "$third" ] && echo same || echo different)"
}

test_relative_paths_are_the_persons_and_all_else_passes_through() {
  server_arguments --data "my data" --port 9 --config=x.conf --site.name "A B" --media.ffmpeg /usr/bin/ffmpeg
  expect "arguments" "--data|$PWD/my data|--port|9|--config=$PWD/x.conf|--site.name|A B|--media.ffmpeg|/usr/bin/ffmpeg" \
    "$(IFS='|' && printf '%s' "${ARGUMENTS[*]}")"
}

test_only_one_builds_at_a_time() {
  local lock
  for lock in alone alone_by_link; do
    rm -f "$ROOT/order"
    mkdir -p "$STATE"
    slow() { echo begin >>"$ROOT/order" && sleep 0.2 && echo end >>"$ROOT/order"; }
    "$lock" slow 2>/dev/null &
    "$lock" slow 2>/dev/null &
    wait
    expect "$lock: one after the other" "begin end begin end" "$(tr '\n' ' ' <"$ROOT/order" | sed 's/ $//')"
  done
}

test_a_failed_build_is_a_failure_of_the_launcher() {
  local lock status
  for lock in alone alone_by_link; do
    status=0
    ("$lock" false) 2>/dev/null || status=$?
    expect "$lock passes on a failure" 1 "$status"
  done
}

test_a_start_that_cannot_be_trained_is_tried_once_and_goes_on_without() {
  fake_jdk "$ROOT/jdk fake" 26
  printf '#!/bin/sh\necho x >>"%s"\nexit 1\n' "$ROOT/starts" >"$ROOT/jdk fake/bin/java"
  mkdir -p "$STATE/server-untrained"
  local round
  for round in 1 2; do
    TRAINED="unset"
    APP=$STATE/server-untrained JDK_FOUND="$ROOT/jdk fake" JAVA_HOME="$ROOT/jdk fake" trained_server 2>/dev/null
    expect "round $round: no option" "" "$TRAINED"
  done
  expect "one try" 1 "$(wc -l <"$ROOT/starts" | tr -d ' ')"
}

test_only_builds_that_nothing_runs_from_are_dropped() {
  mkdir -p "$STATE/server-old" "$STATE/server-running" "$STATE/server-new"
  note_use "$STATE/server-running"
  : >"$STATE/server-old.pid-99999999"
  drop_unused server "$STATE/server-new"
  expect "left" "server-new server-running" "$(cd "$STATE" && echo server-new server-*/ | tr -d / | tr ' ' '\n' | sort -u | xargs)"
}

test_without_a_home_a_folder_of_the_checkout_is_used() {
  expect "home" "$STATE/home" "$(HOME=/nonexistent && need_home && printf '%s' "$HOME")"
}

for name in $(declare -F | awk '$3 ~ /^test_/ {print $3}'); do "$name"; done
printf '%d passed, %d failed\n' "$PASSED" "$FAILURES"
[ "$FAILURES" -eq 0 ]
