"""Sums over synthetic bilateral rows, beside hand-written DuckDB SQL in the same run.

    python benchmarks/customs_sums.py [ROWS] [--engines]

World beside its partners, and chapters beside their codes, rounding granted, with an error planted in one
of a hundred Worlds. Every way answers in a process of its own and must give the same counts and gaps.
The clock starts when libraries are loaded, duckdb as well as nktrade (``benchmarks/start.py`` is for that).
With ``--engines``, pandas, Polars and, where it is installed, Spark answer too.
"""

import argparse
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import duckdb
from customs_ways import ENGINES, MEMORY, Result, Rows, line, measured, opened, queried, report

MADE = """
create table parts as
select 'A' || lpad((x % 200)::varchar, 3, '0') as reporter,
  'B' || lpad(((x % 200 + 1 + (x // 200) % 199) % 200)::varchar, 3, '0') as partner,
  'export' as flow, lpad((10000 + (x // 39800) % 50)::varchar, 6, '0') as code,
  (201801 + (x // 39800) // 50)::integer as period, (1000 + hash(x) % 1000000)::bigint as value
from range({rows}) t(x);
copy (
  select * from parts
  union all
  select reporter, 'WLD', flow, code, period,
    (sum(value) * case when hash(reporter, code, period) % 100 = 0 then 1.01 else 1 end)::bigint
  from parts group by reporter, flow, code, period
  union all
  select reporter, partner, flow, code[:2], period, sum(value)::bigint
  from parts group by reporter, partner, flow, code[:2], period
) to '{file}' (format parquet)
"""
SQL = """
with
w as (select {keys}, sum(value)::double as whole from (select {wide} from '{file}' where {is_whole})
  where value is not null group by all),
p as (select {keys}, sum(value)::double as parts from (select {fine} from '{file}' where {is_part})
  where value is not null group by all),
j as (select parts, whole, parts - whole as gap, case
    when abs(parts - whole) <= 1e-12 * whole then 'holds'
    when parts > whole then 'parts exceed whole' else 'parts fall short' end as verdict
  from w join p using ({keys}))
select verdict, count(*) as sums, sum(abs(gap))::double as gap from j group by verdict order by verdict
"""
QUESTIONS = {
    "partners": {
        "keys": "reporter, flow, code, period",
        "wide": "*",
        "fine": "*",
        "is_whole": "partner = 'WLD'",
        "is_part": "partner <> 'WLD'",
    },
    "headings": {
        "keys": "reporter, partner, flow, code, period",
        "wide": "*",
        "fine": "* replace (code[:2] as code)",
        "is_whole": "length(code) = 2",
        "is_part": "length(code) = 6",
    },
}


def made(file: str, rows: int) -> None:
    with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
        connection.execute(MADE.format(rows=rows, file=file))


def answered(question: str, way: str, file: str) -> Rows:
    """One row per verdict: how many sums, and their gaps together."""
    if way == "sql":
        return queried(SQL.format(**QUESTIONS[question], file=file))
    import narwhals as nw  # noqa: PLC0415 - the SQL way must not pay for it

    from nktrade import customs  # noqa: PLC0415 - as above
    from nktrade.customs.engines import collected, lazy  # noqa: PLC0415 - as above

    (table,) = opened(way, {"trade": file})
    found = lazy(getattr(customs, question)(table)).group_by("verdict")
    told = found.agg(nw.len().alias("sums"), nw.col("gap").abs().sum().alias("gap"))
    rows = collected(told).rows()
    return sorted((str(verdict), int(sums), float(gap)) for verdict, sums, gap in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=lambda text: int(float(text)), default=1_000_000)
    parser.add_argument("--engines", action="store_true", help="pandas, Polars and Spark too")
    options = parser.parse_args()
    ways = ["sql", "nktrade", *(ENGINES if options.engines else ())]
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "trade.parquet")
        made(file, options.rows)
        for question in QUESTIONS:
            results = dict[str, Result]()
            for way in ways:
                one = results[way] = measured(__file__, question, way, file)
                name = f"{question:9} {way:8}"
                print(line(options.rows, name, one, results["sql"]), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        if sys.argv[3] != "sql":
            getattr(import_module("nktrade.customs"), sys.argv[2])  # what is asked loads when it is
            import_module("pandas")  # narwhals looks for it
        report(answered, sys.argv[2:5], worked=time.process_time())
    else:
        main()
