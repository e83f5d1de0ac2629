# test: everything. Each tool's own output is shown; a table of the steps closes it.
#   ./vidstead test                            all parts
#   ./vidstead test scripts|java|web|browser   one part

. "$ROOT/launcher/check.sh"
. "$ROOT/launcher/run.sh"

vidstead_test() {
  need_home
  need_jdk
  need_maven
  need_node
  mkdir -p "$STATE"
  local parts=("$@") part
  for part in ${parts[@]+"${parts[@]}"}; do
    case $part in
      scripts | java | web | browser) ;;
      *) fail "There is no test part \"$part\"; there are scripts, java, web and browser." ;;
    esac
  done
  if [ $# -eq 0 ]; then
    test_everything
  else
    for part in "${parts[@]}"; do "test_$part"; done
  fi
  steps_summary
  test_closing_lines
  [ "$FAILED" -eq 0 ] || fail "$FAILED of ${#STEPS[@]} steps failed."
  say "Everything passed."
}

# Java's tests keep two processors busy for most of their time only. So the other parts run beside them, one after the other, and
# are shown after them. Scripts and pages need neither Java nor a server, and begin when no other module is left to be built beside
# the platform. The browser wants the built server, and begins when the tests that start servers of their own are over: it would
# slow them down, and the rest of Java's tests, all in one thread, leaves a processor to others.
test_everything() {
  local beside
  rm -f "$STATE"/test-*-part.* "$STATE/test-java.ended" "$STATE/test-surefire.log"
  {
    until_java_has platform_alone
    part_beside web scripts web
    built_web >/dev/null
    until_java_has process_tests_over
    keep_tested_server
    part_beside browser browser
  } &
  beside=$!
  test_java
  : >"$STATE/test-java.ended"
  step "scripts, web: types, lint, Vitest" shown_part "$beside" web
  step "browser: Playwright" shown_part "$beside" browser
}

until_java_has() { # CONDITION, or has ended
  until [ -e "$STATE/test-java.ended" ] || "$1"; do
    kill -0 $$ 2>/dev/null || exit 1 # whom this is for is gone
    sleep 1
  done
}

platform_alone() {
  grep -qsE '\(default-jar\).*vidstead-bench|\(default-testCompile\).*vidstead-platform' "$STATE/test-surefire.log"
}

process_tests_over() {
  local all over
  all=$(find "$ROOT/platform/src/test" -name '*IT.java' | wc -l)
  over=$(grep -csE 'Time elapsed: .* in .*IT(.\[m)?$' "$STATE/test-surefire.log") || true
  [ "${over:-0}" -ge "$all" ]
}

part_beside() { # NAME PART…
  local files=$STATE/test-$1-part
  shift
  "$ROOT/vidstead" test "$@" >"$files.log" 2>&1 </dev/null && echo 0 >"$files.ended" || echo 1 >"$files.ended"
}

# What a part beside has written, and what it goes on to write until it ends.
shown_part() { # PID NAME
  local files=$STATE/test-$2-part shown
  : >>"$files.log"
  tail -n +1 -f "$files.log" &
  shown=$!
  while kill -0 "$1" 2>/dev/null && [ ! -s "$files.ended" ]; do sleep 0.2; done
  sleep 0.3 # for its last lines
  { kill "$shown" && wait "$shown"; } 2>/dev/null || true
  [ "$(cat "$files.ended" 2>/dev/null)" = 0 ]
}

test_java() {
  want_program bwrap "the tests of the namespace sandbox are skipped." bubblewrap
  want_program pocketsphinx_continuous "the program that drafts captions is not tried." pocketsphinx pocketsphinx-en-us
  # Under systemd the package would start to fetch signatures for good.
  [ -d /run/systemd/system ] ||
    want_program clamd "the virus scanner is tested by a stand-in only." clamav-daemon
  step "Java: format, checks and tests" alone java_verify
}

test_scripts() {
  step "shell scripts" check_shell
  step "requirements name real tests" check_requirements
}

test_web() {
  node_modules
  step "web: types, lint" web_npm run --silent lint
  step "web: Vitest" logged vitest web_npm run --silent test
}

test_browser() {
  node_modules
  need_chromium
  want_program nginx "the tests of the edge are skipped." nginx-light
  built_server
  built_web
  trained_server
  step "media: fixtures for browsers" packaged_fixtures
  step "browser: Playwright" logged playwright browser_journeys
}

# Format, Error Prone, NullAway, unit, contract, HTTP, process and crash tests of all modules.
java_verify() {
  local server
  server=("-Dvidstead.server.options=$(server_jvm_options | tr '\n' ' ')" "-Dvidstead.server.cache=$(training_cache)")
  logged surefire maven --threads 2 --fail-at-end -Dmaven.test.failure.ignore=true "${server[@]}" \
    spotless:check verify </dev/null
  keep_tested_server
  all_java_tests_passed
}

# The server that the tests built and trained, for the browser; and what the fixtures were made from.
keep_tested_server() {
  local name
  name=$STATE/server-$(server_sources | content_name)
  [ -f "$name/quarkus-run.jar" ] || keep_server "$name"
  fixtures_name >"$STATE/fixtures.name"
}

# A failed test does not keep Maven from the tests after it; it fails the step here.
all_java_tests_passed() {
  local failed='Tests run: [0-9]+, (Failures: [1-9]|Failures: 0, Errors: [1-9])'
  if plain "$STATE/test-surefire.log" | grep -E "$failed" >&2; then
    say "Java tests failed, in the lines above."
    return 1
  fi
}

plain() { sed 's/\x1b\[[0-9;]*m//g' "$1"; } # FILE, without colours

# What the fixture matrix packaged, browsers play. It is there after the Java part, else it is made.
packaged_fixtures() {
  [ "$(fixtures_name)" = "$(cat "$STATE/fixtures.name" 2>/dev/null)" ] &&
    [ -d "$ROOT/corpus/target/corpus/out" ] && return 0
  need_maven
  alone maven -q -Dfast -pl corpus -am test -Dtest=FixtureMatrixTest -Dsurefire.failIfNoSpecifiedTests=false </dev/null
  fixtures_name >"$STATE/fixtures.name"
}

fixtures_name() {
  (cd "$ROOT" && find pom.xml media corpus -name target -prune -o -type f -print0) | content_name
}

browser_journeys() {
  export CHROMIUM CHROMIUM_SHELL
  web_npm run --silent e2e </dev/null
}

# Shows a command's output and keeps it under run/test-NAME.log.
logged() { # NAME COMMAND…
  local log=$STATE/test-$1.log
  shift
  "$@" 2>&1 | tee "$log"
}

# The tools' own last words, once more at the end where they are looked for.
test_closing_lines() {
  local log
  printf '\n'
  for log in surefire vitest playwright; do
    [ -f "$STATE/test-$log.log" ] || continue
    plain "$STATE/test-$log.log" | case $log in
      surefire) grep -E 'Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$' ;;
      vitest) grep -E '^ *(Test Files|Tests) ' ;;
      playwright) grep -E '^ *[0-9]+ (passed|failed|flaky|skipped|did not run)' ;;
    esac || printf 'no closing line in %s\n' "$STATE/test-$log.log"
  done
}
