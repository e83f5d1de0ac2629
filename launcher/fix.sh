# fix: formats everything that a formatter owns.

vidstead_fix() {
  need_home
  need_maven
  node_modules
  alone maven -q spotless:apply
  (cd "$ROOT/web" && npm run --silent fix)
  say "Formatted."
}
