"""Judges the rows of a table on Apache Spark with the SQL that `proviso screen --sql spark` wrote.

    spark-submit screen.py verdicts.sql book.parquet -o verdicts

The first argument is the SQL. Its first lines say which table it reads, and of which columns and types. The inputs are
registered as that table; without any, the table is one that Spark's catalogue has. The rows with their verdicts are written
as Parquet, and the counts by verdict are printed. Exit codes: 0 done, 1 the input does not fit, 2 wrong use.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from pyspark.errors import PySparkException
from pyspark.sql import Observation, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

HEADER = re.compile(r"^-- proviso (\w+) (.+)$")
# What stands between statements, and whatever may hold a semicolon that does not.
PIECES = re.compile(
    r"""(?P<kept>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`]|``)*`)|(?P<comment>--[^\n]*)|(?P<end>;)|[^'"`;-]+|-""",
    re.DOTALL,
)
CSV = {"header": True, "inferSchema": False, "enforceSchema": False, "escape": '"', "mode": "FAILFAST"}


class Trouble(Exception):
    """Something that stops the run, in words for the person who started it."""

    def __init__(self, message, code=1):
        super().__init__(message)
        self.code = code


class SqlText:
    """The statements of an SQL file, and what its first lines say of it."""

    def __init__(self, path):
        try:
            text = Path(path).read_text(encoding="utf-8")
        except OSError as error:
            raise Trouble(f"{path} cannot be read: {error.strerror}", 2) from None
        found = [match.groups() for match in map(HEADER.match, text.splitlines()) if match]
        told = {name: json.loads(value) for name, value in found if name != "column"}
        if "dialect" not in told or "table" not in told:
            raise Trouble(f"{path} is not what `proviso screen --sql spark` writes: its first lines do not say so", 2)
        if told["dialect"] != "spark":
            raise Trouble(f"{path} was written for {told['dialect']}; write it with --sql spark", 2)
        self.told = told
        self.columns = [json.loads(value) for name, value in found if name == "column"]
        *self.setup, self.query = statements(text)


def statements(text):
    """The statements of a text, without comments."""
    found, current = [], []
    for match in PIECES.finditer(text):
        if match["end"]:
            found.append("".join(current).strip())
            current = []
        elif not match["comment"]:
            current.append(match[0])
    found.append("".join(current).strip())
    return [statement for statement in found if statement]


def stored_as(data_type):
    """How Proviso calls a type of Spark's."""
    if isinstance(data_type, T.ArrayType):
        return "list" if stored_as(data_type.elementType) == "text" else "other"
    for name, kinds in (
        ("text", (T.StringType, T.VarcharType, T.CharType)),
        ("boolean", (T.BooleanType,)),
        ("integer", (T.ByteType, T.ShortType, T.IntegerType, T.LongType)),
        ("decimal", (T.DecimalType,)),
        ("double", (T.FloatType, T.DoubleType)),
        ("date", (T.DateType,)),
        ("timestamp", (T.TimestampNTZType,)),
        ("instant", (T.TimestampType,)),
    ):
        if isinstance(data_type, kinds):
            return name
    return "other"


def read(spark, paths, kind, multi_line):
    """The rows of some files or folders."""
    kind = kind or ("csv" if re.search(r"\.csv(\.\w+)?$", paths[0], re.IGNORECASE) else "parquet")
    if kind == "csv":
        return spark.read.options(**CSV, multiLine=multi_line).csv(paths)
    return spark.read.parquet(*paths)


def refuse_other_columns(sql, schema):
    """Stops when the table is not such as the SQL was written for. Nothing is cast in silence."""
    types = {field.name: field.dataType for field in schema.fields}
    faults = []
    for told in sql.columns:
        name, wanted = told["column"], told["stored"]
        if name not in types:
            faults.append(f"there is no column `{name}`")
        elif "fact" in told and stored_as(types[name]) != wanted:
            faults.append(f"column `{name}` is {stored_as(types[name])} ({types[name].simpleString()}), not {wanted}")
    if faults:
        raise Trouble(
            "the SQL was written for another table:\n"
            + "".join(f"  {fault}\n" for fault in faults)
            + "Write it from a file with the types that Spark sees: `proviso screen PART.parquet --sql spark ...`"
        )


def view_name(table):
    """The name under which the input is registered."""
    match = re.fullmatch(r"(\w+)|`((?:[^`]|``)+)`", table)
    if match is None:
        raise Trouble(f"the SQL reads {table}, which is no plain name: write it with --query NAME, or name no input", 2)
    return match[1] or match[2].replace("``", "`")


def verdict_column(sql, names):
    """The column of the verdict: the first that was added to those of the input, perhaps with a prefix."""
    given = {told["column"] for told in sql.columns}
    return next(name for name in names if name not in given and name.lower().endswith("verdict"))


def run(options):
    sql = SqlText(options.sql)
    view = view_name(sql.told["table"]) if options.input else None
    spark = SparkSession.builder.appName(f"proviso {sql.told['rulebook']['id']}").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    # Java leaves larger methods to its interpreter; up to here Spark makes smaller ones instead.
    spark.conf.set("spark.sql.codegen.hugeMethodLimit", "8000")
    seen = Observation("proviso rows read")
    if view is None:
        refuse_other_columns(sql, spark.sql(f"SELECT * FROM {sql.told['table']} LIMIT 0").schema)
    else:
        rows = read(spark, options.input, options.format, options.multi_line)
        refuse_other_columns(sql, rows.schema)
        rows.observe(seen, F.count(F.lit(1)).alias("rows")).createOrReplaceTempView(view)
    for statement in sql.setup:
        spark.sql(statement)
    judged = spark.sql(sql.query)
    if options.explain:
        judged.explain(mode=options.explain)
    if options.output is None:
        return
    judged.write.mode("overwrite" if options.overwrite else "errorifexists").parquet(options.output)

    law, written = sql.told, spark.read.parquet(options.output)
    print(f"{law['rulebook']['id']} {law['rulebook']['digest']}")
    print(f"as of {json.dumps(law['asOf'])}, known on {json.dumps(law['knownOn'])}, readings {json.dumps(law['readings'])}")
    if "verdict" not in "".join(written.columns).lower():
        print(f"{written.count():>16,} rows written to {options.output}")
        return
    verdict = verdict_column(sql, written.columns)
    counts = {row[0]: row[1] for row in written.groupBy(verdict).count().collect()}
    for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        print(f"{count:>16,} {name}")
    total = sum(counts.values())
    print(f"{total:>16,} rows written to {options.output}")
    if view is not None and seen.get["rows"] != total:
        left = seen.get["rows"] - total
        print(f"{left:>16,} rows left out: cells that are no values of their facts, or facts that contradict each other")
        print("                 (`proviso screen --sql spark --errors bad.sql` writes the SQL that gives them)")


def arguments():
    parser = argparse.ArgumentParser(description="Judge rows on Apache Spark with SQL written by `proviso screen --sql spark`.")
    parser.add_argument("sql", help="the SQL that was written")
    parser.add_argument("input", nargs="*", help="Parquet or CSV files or folders; none: the table is in Spark's catalogue")
    parser.add_argument("-o", "--output", help="the folder for the rows with their verdicts, as Parquet")
    parser.add_argument("--format", choices=["parquet", "csv"], help="of the input; told by the name's ending if absent")
    parser.add_argument("--multi-line", action="store_true", help="CSV: cells have line breaks; files are then not split")
    parser.add_argument("--overwrite", action="store_true", help="replace an output that is there")
    parser.add_argument("--explain", choices=["simple", "formatted"], help="print the plan; without -o nothing else")
    options = parser.parse_args()
    if options.output is None and options.explain is None:
        parser.error("where do the verdicts go? -o FOLDER")
    return options


def main():
    try:
        run(arguments())
    except Trouble as trouble:
        sys.exit(told(trouble, trouble.code))
    except PySparkException as error:
        sys.exit(told(first_words(error), 1))


def told(message, code):
    print(f"screen.py: {message}", file=sys.stderr)
    return code


def first_words(error):
    """The first lines of an error of Spark's; the rest is its plan, or where in Spark it came up."""
    words = str(error).split("\n\n")[0].split("JVM stacktrace")[0].strip()
    return words[:2000]


if __name__ == "__main__":
    main()
