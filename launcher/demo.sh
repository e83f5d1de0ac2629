# demo: fills a running site through its public API. Running it again adds only what is missing.

vidstead_demo() {
  local url=http://127.0.0.1:8080
  while [ $# -gt 0 ]; do
    case $1 in
      --url) [ $# -gt 1 ] || fail "--url needs an address."; url=$2 && shift ;;
      --url=*) url=${1#*=} ;;
      *) fail "demo takes --url ADDRESS and nothing else; \"$1\" is not understood." ;;
    esac
    shift
  done
  need_home
  built_server
  built_bench
  "$JAVA_HOME/bin/java" -cp "$BENCH:$APP/lib/main/*" io.vidstead.demo.Demo \
    "${url%/}" "$STATE/tools" "${VIDSTEAD_SHARED:-$ROOT/../shared}/data/video"
}
