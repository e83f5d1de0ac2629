# dev: the server with live reload of Java, and Vite with live reload of the pages in front of it.

readonly DEV_MAVEN=3.9.12 # the least that quarkus:dev accepts is 3.9; Debian 12 has 3.8

vidstead_dev() {
  need_home
  need_maven
  node_modules
  need_dev_maven
  local port=8080 pages
  if [ "${1:-}" = --port ]; then
    port=$2
    shift 2
  fi
  (cd "$ROOT/web" && VIDSTEAD_SERVER=http://127.0.0.1:$port exec node_modules/.bin/vite) &
  pages=$!
  # shellcheck disable=SC2064 # the numbers are wanted as they are now
  trap "kill $pages 2>/dev/null; pkill -P $$ 2>/dev/null || true" EXIT
  say "Pages with live reload: http://127.0.0.1:5173 · server: http://127.0.0.1:$port"
  maven -Dfast -Dmaven.test.skip -pl platform -am compile quarkus:dev -Ddebug=false \
    -Dquarkus.analytics.disabled=true -Dquarkus.test.continuous-testing=disabled \
    "-Dquarkus.args=--http.port $port $*"
}

# Sets MAVEN to one that quarkus:dev accepts, fetching it with the installed one when that is too old.
need_dev_maven() {
  local version
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  case $version in
    3.9.* | 4.*) return 0 ;;
  esac
  MAVEN=$STATE/apache-maven-$DEV_MAVEN/bin/mvn
  [ -x "$MAVEN" ] && return 0
  say "Live reload wants Maven 3.9; fetching $DEV_MAVEN into $STATE."
  MAVEN=mvn maven -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    "-Dartifact=org.apache.maven:apache-maven:$DEV_MAVEN:tar.gz:bin" "-DoutputDirectory=$STATE" >&2 ||
    fail "Maven $DEV_MAVEN could not be fetched; install Maven 3.9 or newer for ./vidstead dev."
  chmod +x "$MAVEN"
}
