# Trains a built server once, so that its starts find their classes already read and linked (JEP 483, 514, 515).
# What comes of it lies beside the jars, fits one JDK and one set of options, and is only ever a matter of speed.

# The training takes the quick compiler alone: what the thorough one compiled in it would be compiled again at once in each
# start, which takes a second longer for it (decision 032).
TRAINING=-XX:TieredStopAtLevel=1

# Sets TRAINED to the JVM's option for the cache of this build, or to nothing where there is none.
# shellcheck disable=SC2034 # used by run.sh
trained_server() {
  need_jdk
  local cache
  cache=$APP/$(training_cache)
  TRAINED=
  [ -e "$cache" ] || alone train_server "$cache" || true
  [ ! -s "$cache" ] || TRAINED=-XX:AOTCache=$cache
}

# The name of the cache: of the JDK and the options it is good for.
training_cache() {
  {
    cat "$JAVA_HOME/release" 2>/dev/null || readlink -f "$JAVA_HOME"
    server_jvm_options
    printf '%s\n' "$TRAINING"
  } | cksum | sed 's/^\([0-9]*\) .*/start-\1.aot/'
}

# A first start on a data folder that is thrown away, a few requests, a stop. An empty cache means that it was tried in vain.
train_server() { # CACHE
  [ ! -e "$1" ] || return 0
  local started=$SECONDS folder=$STATE/training
  say "Preparing quick starts (once a build) …"
  rm -rf "$folder" && mkdir -p "$folder" || return 0
  if training_run "$folder" "$1.new" && mv "$1.new" "$1"; then
    say "Prepared quick starts in $((SECONDS - started)) s."
  else
    say "Quick starts could not be prepared ($folder.log says why); the server starts as well, only slower."
    rm -f "$1.new"
    : >"$1" 2>/dev/null || true
  fi
  rm -rf "$folder"
}

# Of the environment only what programs need anywhere: no setting of the site may reach this run.
training_run() { # FOLDER CACHE
  local folder=$1 cache=$2 options=() option port pid
  while read -r option; do options+=("$option"); done < <(server_jvm_options)
  port=$(free_port)
  env -i PATH="$PATH" HOME="$HOME" TMPDIR="${TMPDIR:-/tmp}" ${WEB:+"VIDSTEAD_WEB_DIR=$WEB"} \
    "$JAVA_HOME/bin/java" "${options[@]}" "$TRAINING" -XX:AOTCacheOutput="$cache" -jar "$APP/quarkus-run.jar" \
    --port "$port" --data "$folder/data" --config /dev/null >"$folder.log" 2>&1 </dev/null &
  pid=$!
  train_by_requests "$port" "$pid" || {
    kill "$pid" 2>/dev/null
    wait "$pid"
    return 1
  }
  kill "$pid"
  wait "$pid" && [ -s "$cache" ]
}

train_by_requests() { # PORT PID
  local tries=0 path
  until ask "$1" /health/ready | grep -q ' 200 '; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$2" 2>/dev/null; then return 1; fi
    sleep 0.1
  done
  for path in / /api/v1/videos /api/v1/categories /api/v1/me /metrics /api/v1/videos/none; do
    ask "$1" "$path" >/dev/null
  done
  ask "$1" /api/v1/auth/login '{}' >/dev/null
}

# The status line of the answer to a GET of the server on this machine, or to a POST of JSON.
ask() { # PORT PATH [JSON]
  local method=GET body=${3:-}
  [ $# -lt 3 ] || method=POST
  (
    exec 7<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf '%s\r\n' "$method $2 HTTP/1.1" 'Host: 127.0.0.1' 'Connection: close' \
      'Content-Type: application/json' "Content-Length: ${#body}" '' >&7
    printf '%s' "$body" >&7
    head -n 1 <&7
  ) 2>/dev/null
}
