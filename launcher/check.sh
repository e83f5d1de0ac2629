# check: all that can be judged without a running server. What it is made of, test.sh uses too.

# Steps leave a line each: name, outcome, seconds. A failed step does not stop the ones after it.
STEPS=()
FAILED=0

step() { # NAME COMMAND…
  local name=$1 started=$SECONDS outcome=passed status
  shift
  say ""
  say "── $name"
  set +e # not "if (…)": a condition would make the command go on after its first failure
  (
    set -e
    "$@"
  )
  status=$?
  set -e
  if [ "$status" -ne 0 ]; then
    outcome=FAILED
    FAILED=$((FAILED + 1))
  fi
  STEPS+=("$(printf '%-34s %-7s %5d s' "$name" "$outcome" $((SECONDS - started)))")
}

steps_summary() {
  printf '\n'
  [ ${#STEPS[@]} -eq 0 ] || printf '%s\n' "${STEPS[@]}"
}

vidstead_check() {
  need_home
  need_jdk
  need_maven
  node_modules
  step "shell scripts" check_shell
  step "requirements name real tests" check_requirements
  step "Java: format, compile, boundaries" alone check_java
  step "web: types, lint, languages" web_npm run --silent check
  steps_summary
  [ "$FAILED" -eq 0 ] || fail "$FAILED of ${#STEPS[@]} checks failed."
  say "All checks passed."
}

# What the types' and the rules' checkers, both Go, leave lying in the seconds they live costs less than clearing it away.
web_npm() { (cd "$ROOT/web" && GOGC=off npm "$@"); }

check_shell() {
  local script
  for script in "$ROOT/vidstead" "$ROOT"/launcher/*.sh "$ROOT/.ci/run"; do
    bash -n "$script"
  done
  bash "$ROOT/launcher/selftest.sh"
  if have shellcheck; then
    (cd "$ROOT" && shellcheck --shell=bash --severity=warning vidstead launcher/*.sh .ci/run)
  else
    say "shellcheck is not installed; the scripts were only parsed."
  fi
}

# Formatting, Error Prone with NullAway, and the tests that judge structure rather than behaviour:
# architecture, generated documents against what is committed.
check_java() {
  maven -q spotless:check test -Dquarkus.build.skip -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest='*ArchitectureTest,*DriftTest'
}

# Every test that docs/requirements.md names is there.
check_requirements() {
  local missing
  missing=$(comm -23 \
    <(sed -n 's/^|.*|\([^|]*\)|$/\1/p' "$ROOT/docs/requirements.md" | grep -o '`[^`]*`' | tr -d '`' |
      sed -e 's|.*/||' -e '/\.m\{0,1\}[tj]s$/!s/$/.java/' | sort -u) \
    <(find "$ROOT" \( -name node_modules -o -name target -o -path "$STATE" \) -prune -o -type f -print |
      sed 's|.*/||' | sort -u))
  [ -z "$missing" ] || {
    say "docs/requirements.md names what is not there: ${missing//$'\n'/, }"
    return 1
  }
}
