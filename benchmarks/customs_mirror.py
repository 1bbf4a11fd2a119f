"""Mirror statistics over synthetic bilateral rows, beside hand-written DuckDB SQL in the same run.

    python benchmarks/customs_mirror.py [ROWS] [--engines] [--unique]

ROWS counts both sides together (default 1,000,000; 40,000,000 takes some minutes). Every way answers the
same question, what each exporter's flows look like beside their mirror, in a process of its own, and must
give the same numbers. With ``--engines``, pandas and Polars answer too.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import duckdb
from customs_ways import ENGINES, MEMORY, Result, Rows, line, measured, opened, queried, report

ROWS = """
copy (
  with areas as (
    select list(distinct chr(65 + (n * 7) % 26) || chr(65 + (n * 3) % 26) || chr(65 + n % 26) order by 1) as names
    from range(26 * 26) t(n)
  ), numbered as (
    select x, x % 200 as seller, (x % 200 + 1 + (x // 200) % 199) % 200 as buyer, x // 39800 as cell
    from range({first}, {last}) t(x)
  )
  select
    lpad({reporter}::varchar, 3, 'A') as reporter, lpad({partner}::varchar, 3, 'A') as partner,
    '{flow}' as flow, lpad((10000 + cell % 50)::varchar, 6, '0') as code,
    (201801 + cell // 50)::integer as period,
    (1000 + (hash(x) % 1000000) * {factor})::bigint as value
  from numbered
) to '{file}' (format parquet)
"""
SQL = """
with
e as (select reporter as exporter, partner as importer, code, period, {sum_e} as ev from '{exports}'
      where flow = 'export' and value is not null {group}),
m as (select partner as exporter, reporter as importer, code, period, {sum_m} as mv from '{imports}'
      where flow = 'import' and value is not null {group}),
re as (select distinct reporter, period from '{exports}'),
rm as (select distinct reporter, period from '{imports}'),
j as (
  select coalesce(e.exporter, m.exporter) as exporter, coalesce(e.importer, m.importer) as importer,
    coalesce(e.code, m.code) as code, coalesce(e.period, m.period) as period, ev, mv,
    1.00 as low, 1.06 as middle, 1.20 as high
  from e full outer join m
    on e.exporter = m.exporter and e.importer = m.importer and e.code = m.code and e.period = m.period
),
s as (
  select j.*, coalesce(ev, 0)::double as sold, coalesce(mv, 0)::double as bought,
    re.reporter is not null as e_reports, rm.reporter is not null as m_reports
  from j
  left join re on j.exporter = re.reporter and j.period = re.period
  left join rm on j.importer = rm.reporter and j.period = rm.period
),
v as (
  select *, bought / middle as fob, case
      when ev is null and not e_reports then 'not reported by exporter'
      when mv is null and not m_reports then 'not reported by importer'
      when sold = 0 and bought = 0 then 'both zero'
      when sold = 0 or bought = 0 then 'one-sided'
      when bought >= low * sold and bought <= high * sold then 'within margin'
      else 'outside margin' end as verdict
  from s
)
select exporter, count(*) as flows, count_if(verdict = 'within margin') as within,
  sum(ev)::double as sold, sum(mv)::double as bought,
  avg(case when not verdict like 'not reported%' then abs(sold - fob) / nullif(sold + fob, 0) end) as discrepancy
from v group by exporter order by exporter
"""
COLUMNS = (
    "exporter",
    "flows",
    "within_margin",
    "export_value",
    "import_value",
    "mean_discrepancy",
)
WAYS = ("sql", "nktrade", "sql, rows added up", "nktrade, rows added up")


def made(folder: Path, rows: int) -> tuple[str, str]:
    """Two Parquet files with half of the rows each; nine in ten flows stand in both."""
    half = rows // 2
    exports, imports = str(folder / "exports.parquet"), str(folder / "imports.parquet")
    with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
        for file, flow, first, sides, factor in (
            (exports, "export", 0, ("seller", "buyer"), 1),
            (imports, "import", half // 10, ("buyer", "seller"), 1.06),
        ):
            connection.execute(
                ROWS.format(
                    first=first,
                    last=first + half,
                    reporter=sides[0],
                    partner=sides[1],
                    flow=flow,
                    factor=factor,
                    file=file,
                )
            )
    return exports, imports


def answered(way: str, exports: str, imports: str) -> Rows:
    """One row per exporter: flows, those within the margin, both values, mean discrepancy."""
    is_summed = way.endswith("added up")
    if way.startswith("sql"):
        return queried(query(exports, imports, is_summed=is_summed))
    return mirrored(opened(way, {"exports": exports, "imports": imports}), is_summed=is_summed)


def query(exports: str, imports: str, *, is_summed: bool) -> str:
    """The question in SQL, rows of one key added up where that is asked."""
    value, group = ("sum(value)", "group by all") if is_summed else ("value", "")
    return SQL.format(exports=exports, imports=imports, sum_e=value, sum_m=value, group=group)


def mirrored(sides: list[Any], *, is_summed: bool) -> Rows:
    """The same from nktrade, on frames of any engine."""
    from nktrade.customs import mirror, mirror_summary  # noqa: PLC0415 - SQL must not pay for it
    from nktrade.customs.engines import collected, lazy  # noqa: PLC0415 - as above

    flows = mirror(*sides, repeated="sum" if is_summed else "unique")
    found = lazy(mirror_summary(flows, by=("exporter",))).select(*COLUMNS)
    return sorted(collected(found).rows())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=lambda text: int(float(text)), default=1_000_000)
    parser.add_argument(
        "--engines",
        action="store_true",
        help="pandas, Polars and, where it is installed, Spark too",
    )
    parser.add_argument("--unique", action="store_true", help="only where no key stands twice")
    options = parser.parse_args()
    ways = [*WAYS[: 2 if options.unique else None], *(ENGINES if options.engines else ())]
    results: dict[str, Result] = {}
    with tempfile.TemporaryDirectory() as folder:
        exports, imports = made(Path(folder), options.rows)
        for way in ways:
            one = results[way] = measured(__file__, way, exports, imports)
            base = results["sql, rows added up" if way.endswith("added up") else "sql"]
            print(line(options.rows, f"{way:24}", one, base), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        report(answered, sys.argv[2:5])
    else:
        main()
