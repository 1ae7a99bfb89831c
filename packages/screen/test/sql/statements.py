"""Runs SQL for the tests: one JSON object with `sql` (and `rows` when rows are wanted) per line in, one JSON object per line out."""
import json
import math
import sys


def plain(value):
    """What JSON can hold: numbers that are none as texts."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def spark():
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.session.timeZone", "Asia/Tokyo")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )

    def run(sql, rows):
        frame = session.sql(sql)
        if not rows:
            return []
        return [{name: plain(value) for name, value in row.asDict().items()} for row in frame.collect()]

    return run


def clickhouse():
    from chdb.session import Session

    session = Session()

    def run(sql, rows):
        result = session.query(sql, "JSONEachRow")
        return [json.loads(line) for line in str(result).splitlines() if line] if rows else []

    return run


def main():
    run = {"spark": spark, "clickhouse": clickhouse}[sys.argv[1]]()
    out = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"rows": run(asked["sql"], asked["rows"])}
        except Exception as error:
            answer = {"error": str(error)[:4000]}
        out.write(json.dumps(answer, default=str) + "\n")
        out.flush()


main()
