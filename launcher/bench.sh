# bench: side-by-side measurements of a built server; tables on stdout and in bench/results.

vidstead_bench() {
  need_home
  built_server
  built_web
  . "$ROOT/launcher/run.sh"
  trained_server
  built_bench
  want_program wrk wrk "bench api is left out."
  want_program nginx nginx-light "bench media has nothing to compare with."
  "$JAVA_HOME/bin/java" -Dvidstead.root="$ROOT" -cp "$BENCH:$APP/lib/main/*" io.vidstead.bench.Bench "$@"
}
