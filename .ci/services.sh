# Sourced by .ci/run: real engines and a browser for the tests. Sets PROVISO_TEST_POSTGRES_URL, PROVISO_SQL_PYTHON and
# PROVISO_CHROMIUM. Everything lives below $work and ends with the gate.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Debian's packages that are not there yet.
install_packages() {
  local wanted=()
  [ -n "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || wanted+=(postgresql)
  command -v chromium >/dev/null || wanted+=(chromium)
  command -v java >/dev/null || wanted+=(default-jre-headless)
  python3 -m venv --help >/dev/null 2>&1 || wanted+=(python3-venv)
  [ ${#wanted[@]} -eq 0 ] && return 0
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
}

# A PostgreSQL server of its own on a free port of the loopback address. It refuses to run as root.
start_postgres() {
  local port
  postgres_user=()
  postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  mkdir -p "$work/postgres"
  if [ "$(id -u)" -eq 0 ]; then
    chmod 755 "$work"
    chown -R postgres "$work/postgres"
    postgres_user=(setpriv --reuid=postgres --regid=postgres --clear-groups)
  fi
  (cd / && "${postgres_user[@]}" "$postgres_bin/initdb" -D "$work/postgres/data" -U proviso -A trust -E UTF8 --locale=C.UTF-8 >/dev/null &&
    "${postgres_user[@]}" sed -i '1i host all +proviso_by_password 127.0.0.1/32 scram-sha-256' "$work/postgres/data/pg_hba.conf" &&
    "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$work/postgres/data" -w -l "$work/postgres/log" \
      -o "-p $port -h 127.0.0.1 -k $work/postgres -c fsync=off" start >/dev/null) || return 1
  stop_postgres() { (cd / && "${postgres_user[@]}" "$postgres_bin/pg_ctl" -D "$work/postgres/data" -m immediate stop >/dev/null 2>&1); }
  export PROVISO_TEST_POSTGRES_URL="postgresql://proviso@127.0.0.1:$port/postgres"
}

# Apache Spark and ClickHouse as Python packages.
install_engines() {
  python3 -m venv "$work/python" &&
    "$work/python/bin/pip" install --quiet --disable-pip-version-check pyspark==4.3.0 chdb==4.4.0 &&
    export PROVISO_SQL_PYTHON="$work/python/bin/python"
}
