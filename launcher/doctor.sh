# doctor: what this machine has and lacks for Vidstead, and what to do. Changes nothing.

good() { printf '  ok       %-14s %s\n' "$1" "$2"; }
lacks() {
  printf '  missing  %-14s %s\n' "$1" "$2"
  LACKING=$((LACKING + 1))
}
note() { printf '  note     %-14s %s\n' "$1" "$2"; }

vidstead_doctor() {
  LACKING=0
  need_home
  echo "To run Vidstead:"
  doctor_jdk
  doctor_maven
  doctor_node
  doctor_disk
  doctor_memory
  doctor_files
  doctor_port "${1:-8080}"
  doctor_sandbox
  doctor_speech
  echo "To test and measure it:"
  doctor_chromium
  doctor_program nginx "the tests of the edge and bench delivery use it" nginx-light
  doctor_program clamd "the tests of the virus scanner use it" clamav-daemon
  doctor_program wrk "bench api loads with it" wrk
  if [ "$LACKING" -gt 0 ]; then
    echo "$LACKING thing(s) are missing; each line above says what to do."
    return 1
  fi
  echo "Everything needed to run is here: ./vidstead run"
}

doctor_jdk() {
  local jdk
  if jdk=$(find_jdk); then
    good "JDK" "$(java_major "$jdk") in $jdk"
  else
    lacks "JDK" "install JDK $JDK_WANTED (Temurin, or your package manager) or set JAVA_HOME to one"
  fi
}

doctor_maven() {
  if have mvn; then
    good "Maven" "$(find_jdk >/dev/null && JAVA_HOME=$(find_jdk) mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')"
  else
    lacks "Maven" "install it: apt-get install maven, or brew install maven"
  fi
}

doctor_node() {
  local major
  major=$(node_major)
  if [ -n "$major" ] && [ "$major" -ge "$NODE_WANTED" ] && have npm; then
    good "Node" "$(node --version), npm $(npm --version)"
  else
    lacks "Node" "install Node $NODE_WANTED or newer with npm (here: ${major:-none})"
  fi
}

doctor_disk() {
  local free
  free=$(df -Pk "$ROOT" | awk 'NR==2 {print int($4 / 1048576)}')
  if [ "$free" -ge 5 ]; then good "disk" "$free GiB free"; else lacks "disk" "$free GiB free; builds and videos want 5 GiB"; fi
}

doctor_memory() {
  [ -r /proc/meminfo ] || return 0
  local available
  available=$(awk '/^MemAvailable/ {print int($2 / 1024)}' /proc/meminfo)
  if [ "$available" -ge 1500 ]; then
    good "memory" "$available MiB available"
  else
    lacks "memory" "$available MiB available; serving wants 0.5 GiB, encoding 1080p another 1 GiB"
  fi
}

doctor_files() {
  local limit
  limit=$(ulimit -Hn)
  if [ "$limit" = unlimited ] || [ "$limit" -ge 4096 ]; then
    good "open files" "up to $limit"
  else
    lacks "open files" "only $limit; raise it (ulimit -n 65536, or LimitNOFILE in the service)"
  fi
}

doctor_port() {
  if (: </dev/tcp/127.0.0.1/"$1") 2>/dev/null; then
    note "port $1" "somebody listens there already; start with --port ANOTHER"
  else
    good "port $1" "free"
  fi
}

doctor_sandbox() {
  if ! have bwrap; then
    note "sandbox" "bubblewrap is not here: ffmpeg runs with time, memory and format limits alone (apt-get install bubblewrap)"
  elif bwrap --unshare-all --ro-bind / / true 2>/dev/null; then
    good "sandbox" "bubblewrap shuts ffmpeg in"
  else
    note "sandbox" "bubblewrap is here but this account may not make namespaces: ffmpeg runs with the other limits alone"
  fi
}

doctor_speech() {
  if have pocketsphinx_continuous && [ -r /usr/share/pocketsphinx/model/en-us ]; then
    good "speech" "pocketsphinx drafts English captions when their owner asks"
  else
    note "speech" "nobody drafts captions: apt-get install pocketsphinx pocketsphinx-en-us (English only), or set transcription.url"
  fi
}

doctor_chromium() {
  local chromium
  if chromium=$(find_chromium); then
    good "Chromium" "$("$chromium" --version 2>/dev/null | head -n 1) ($chromium)"
    have chromium-headless-shell ||
      note "Chromium's shell" "without it the browser tests take twice as long: apt-get install chromium-headless-shell"
  else
    note "Chromium" "the browser tests need it: apt-get install chromium, or set CHROMIUM"
  fi
}

doctor_program() { # PROGRAM WHY PACKAGE
  if have "$1" || [ -x "/usr/sbin/$1" ]; then
    good "$1" "$2"
  else
    note "$1" "$2: apt-get install $3"
  fi
}
