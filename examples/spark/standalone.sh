#!/usr/bin/env bash
# Runs a command with a Spark cluster of its own: a master and workers on this machine, ended with the command.
#
#   ./standalone.sh spark-submit screen.py verdicts.sql book.parquet -o verdicts
#   WORKERS=4 CORES=2 MEMORY=4g ./standalone.sh ...
#
# The command finds the master's address in MASTER (which spark-submit and pyspark read) and Spark's programs on its PATH.
# Spark is that of SPARK_HOME, else that of the pyspark which PYTHON (python3) has.
set -euo pipefail

WORKERS=${WORKERS:-2}
CORES=${CORES:-1}
MEMORY=${MEMORY:-1g}
PYTHON=${PYTHON:-python3}
WAIT=${WAIT:-60}

fail() {
  echo "standalone.sh: $1" >&2
  exit 2
}

[ $# -gt 0 ] || fail 'which command? For example: ./standalone.sh spark-submit screen.py --help'
command -v java >/dev/null || fail 'there is no java on the PATH; Spark 4 needs Java 17 or later'
if [ -z "${SPARK_HOME:-}" ]; then
  SPARK_HOME=$("$PYTHON" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))' 2>/dev/null) ||
    fail "$PYTHON has no pyspark: set SPARK_HOME, or PYTHON, or run $PYTHON -m pip install pyspark"
fi
export SPARK_HOME
export PYSPARK_PYTHON=${PYSPARK_PYTHON:-$PYTHON}
export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
export PATH="$SPARK_HOME/bin:$PATH"
# Spark's own chatter while it starts: warnings only, unless told otherwise.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export SPARK_SUBMIT_OPTS=${SPARK_SUBMIT_OPTS:--Dlog4j2.configurationFile=file:$here/log4j2.properties}

folder=$(mktemp -d)
started=()
end() {
  [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Waits until a log has as many lines of a kind as wanted.
wait_for() { # LOG PATTERN COUNT WHAT
  local tries=$((WAIT * 5))
  until [ "$(grep -cE "$2" "$1" 2>/dev/null || true)" -ge "$3" ]; do
    tries=$((tries - 1))
    if [ "$tries" -le 0 ]; then
      tail -n 20 "$1" >&2
      fail "$4 did not start within $WAIT seconds"
    fi
    sleep 0.2
  done
}

log=$folder/master.log
touch "$log"
spark-class org.apache.spark.deploy.master.Master --host "$SPARK_LOCAL_IP" --port 0 --webui-port 0 >"$log" 2>&1 &
started+=($!)
wait_for "$log" 'Starting Spark master at spark://' 1 'the master'
MASTER=$(sed -nE 's|.*Starting Spark master at (spark://[^ ]+).*|\1|p' "$log" | head -n 1)
export MASTER

for number in $(seq "$WORKERS"); do
  spark-class org.apache.spark.deploy.worker.Worker --host "$SPARK_LOCAL_IP" --webui-port 0 --cores "$CORES" --memory "$MEMORY" \
    --work-dir "$folder/worker-$number" "$MASTER" >"$folder/worker-$number.log" 2>&1 &
  started+=($!)
done
wait_for "$log" 'Registering worker' "$WORKERS" 'the workers'
echo "standalone.sh: $WORKERS workers with $CORES core(s) and $MEMORY each at $MASTER" >&2

status=0
"$@" || status=$?
exit "$status"
