# bench: side-by-side measurements of a built server; tables on stdout and in bench/results.
#   ./vidstead bench                       all of them
#   ./vidstead bench media                 publish, encode, per-title, workers and delivery
#   ./vidstead bench --rounds 1 workers    one of them, each thing measured once instead of three times
#   ./vidstead bench search                quality on the Cranfield collection and speed, without starting a site
#   ./vidstead bench home                  how fast lists of recommendations come

vidstead_bench() {
  need_home
  built_server
  built_web
  . "$ROOT/launcher/run.sh"
  trained_server
  built_bench
  want_program wrk "bench api and bench delivery are left out." wrk
  want_program nginx "bench delivery has nothing to compare with." nginx-light
  "$JAVA_HOME/bin/java" -Dvidstead.root="$ROOT" -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp "$BENCH:$APP/lib/main/*:$APP/lib/boot/*" io.vidstead.bench.Bench "$@"
}
