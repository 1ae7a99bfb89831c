"""Spark or ClickHouse in the process, for bench/distributed.mjs: python engines.py spark|clickhouse THREADS|MASTER [INPUT]"""

import json
import re
import sys


def statements(path):
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"^-- proviso .*\n", "", file.read(), flags=re.MULTILINE)
    *setup, query = [one for one in re.split(r";\n+", text) if one.strip()]
    return setup, query


def spark(master):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).config("spark.ui.enabled", "false").config("spark.driver.memory", "2g")
    session = builder.appName("bench").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.conf.set("spark.sql.codegen.hugeMethodLimit", "8000")  # As examples/spark/screen.py does.

    def run(setup, query, mode, input, output):
        session.read.parquet(input).createOrReplaceTempView("book")
        for statement in setup:
            session.sql(statement)
        judged = session.sql(query)
        if mode == "write":
            judged.write.mode("overwrite").parquet(output)
            judged = session.read.parquet(output)
        return {row[0]: row[1] for row in judged.groupBy("verdict").count().collect()}

    return run


def clickhouse(threads):
    from chdb.session import Session

    session = Session()
    session.query(f"SET max_threads = {int(threads)}")
    session.query("SET engine_file_truncate_on_insert = 1")

    def run(setup, query, mode, input, output):
        for statement in setup:
            session.query(statement)
        source = f"({query})"
        if mode == "write":
            session.query(f"INSERT INTO FUNCTION file('{output}', 'Parquet') {query}")
            source = f"file('{output}', 'Parquet')"
        counted = session.query(f"SELECT verdict, count() FROM {source} GROUP BY verdict", "JSONCompact").bytes()
        return {verdict: int(count) for verdict, count in json.loads(counted)["data"]}

    return run


def main():
    engine, setting = sys.argv[1:3]
    run = {"spark": spark, "clickhouse": clickhouse}[engine](setting)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        counts = run(*statements(asked["sql"]), asked["mode"], asked["input"], asked["output"])
        print(json.dumps({"counts": dict(sorted(counts.items()))}), flush=True)


main()
