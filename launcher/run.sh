# run: starts the built server in this process, so that signals reach it.

# What the JVM is told; VIDSTEAD_JAVA_OPTS adds to it or overrides it. Measured in docs/decisions.
server_jvm_options() {
  printf '%s\n' \
    -Xms32m -Xmx512m \
    -XX:+UseSerialGC \
    -XX:MaxMetaspaceSize=192m \
    -XX:+ExitOnOutOfMemoryError \
    -XX:+UseCompactObjectHeaders \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow
}

vidstead_run() {
  need_home
  built_server
  if [ -z "${VIDSTEAD_WEB_DIR:-}" ] && [ -f "$ROOT/web/package.json" ]; then
    built_web
    export VIDSTEAD_WEB_DIR=$WEB
    note_use "$WEB"
  fi
  note_use "$APP"
  local options=() option
  while read -r option; do options+=("$option"); done < <(server_jvm_options)
  trained_server
  [ -z "$TRAINED" ] || options+=("$TRAINED")
  # shellcheck disable=SC2206 # several options in one variable are meant to be split
  [ -z "${VIDSTEAD_JAVA_OPTS:-}" ] || options+=($VIDSTEAD_JAVA_OPTS)
  server_arguments "$@"
  # One site a checkout: the default data folder and vidstead.conf are the checkout's, wherever one stands.
  cd "$ROOT" || fail "$ROOT cannot be entered."
  exec "$JAVA_HOME/bin/java" "${options[@]}" -jar "$APP/quarkus-run.jar" ${ARGUMENTS[@]+"${ARGUMENTS[@]}"}
}

# Sets ARGUMENTS to the server's flags, with paths that are relative to where the person stands made absolute.
server_arguments() {
  ARGUMENTS=()
  local name
  while [ $# -gt 0 ]; do
    name=${1%%=*}
    case $name in
      --data | --data.dir | --config | --media.ffmpeg | --web.dir)
        if [ "$1" != "$name" ]; then
          ARGUMENTS+=("$name=$(absolute "${1#*=}")")
        elif [ $# -gt 1 ]; then
          ARGUMENTS+=("$name" "$(absolute "$2")")
          shift
        else
          ARGUMENTS+=("$name")
        fi
        ;;
      *) ARGUMENTS+=("$1") ;;
    esac
    shift
  done
}

absolute() {
  case $1 in
    /* | '') printf '%s' "$1" ;;
    *) printf '%s/%s' "$PWD" "$1" ;;
  esac
}
