"""Runs the SQL that `proviso screen --sql clickhouse` wrote, in the process, and writes the rows as Parquet.

    python clickhouse.py verdicts.sql verdicts.parquet
"""

import sys

from chdb.session import Session

sql, output = sys.argv[1:]
with open(sql, encoding="utf-8") as file:
    text = "\n".join(line for line in file.read().split("\n") if not line.startswith("-- proviso "))
*setup, query = [statement for statement in text.strip().rstrip(";").split(";\n\n") if statement.strip()]
session = Session()
for statement in setup:
    session.query(statement)
with open(output, "wb") as file:
    file.write(session.query(query, "Parquet").bytes())
