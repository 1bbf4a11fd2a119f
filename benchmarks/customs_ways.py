"""Ways to answer one question about customs rows, each in a process of its own, and a line for each."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import duckdb

MEMORY = "2GB"
ENGINES = ("pandas", "polars", *(("spark",) if find_spec("pyspark") else ()))
Rows = list[tuple[object, ...]]
Result = dict[str, Any]


def queried(text: str) -> Rows:
    """What hand-written SQL answers."""
    config = {"memory_limit": MEMORY, "preserve_insertion_order": "false"}
    with duckdb.connect(config=config) as connection:
        return connection.execute(text).fetchall()


def opened(way: str, files: dict[str, str]) -> list[Any]:
    """Each Parquet file as a frame of an engine, or as nktrade scans it."""
    if way == "spark":
        return [_spark().read.parquet(file) for file in files.values()]
    if way in ENGINES:
        read = import_module(way).read_parquet
        return [read(file) for file in files.values()]
    from nktrade.customs.engines import scanned  # noqa: PLC0415 - the SQL way must not pay for it

    return [frame.to_native() for frame in scanned(files).values()]


def _spark() -> Any:  # noqa: ANN401 - pyspark is an extra
    """A Spark session of two local threads."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - as above

    return (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate()
    )


def measured(script: str, *arguments: str) -> Result:
    """Seconds, peak memory and answer of one way in a process of its own."""
    command = [sys.executable, script, "--way", *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def report(answered: Callable[..., Rows], arguments: Iterable[str], worked: float = 0.0) -> None:
    """Prints what ``measured`` reads; processor time that was worked before is not counted."""
    started = time.perf_counter()
    answer = answered(*arguments)
    told = {
        "seconds": time.perf_counter() - started,
        "processor": time.process_time() - worked,
        "gigabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        "answer": answer,
    }
    print(json.dumps(told))


def line(rows: int, name: str, one: Result, base: Result) -> str:
    """Times, memory and agreement of one way beside the way it is held to."""
    return (
        f"{rows:>11,} rows  {name}  {one['seconds']:7.2f} s  "
        f"{one['seconds'] / base['seconds']:5.2f} x  {one['processor']:7.2f} s of processor  "
        f"{one['processor'] / base['processor']:5.2f} x  {one['gigabytes']:5.2f} GB  "
        f"{'same' if _agree(base['answer'], one['answer']) else 'DIFFERENT'}"
    )


def _agree(left: list[list[object]], right: list[list[object]]) -> bool:
    """Whether two answers are equal, floats to nine digits."""
    return len(left) == len(right) and all(
        abs(a - b) <= 1e-9 * abs(a) if isinstance(a, float) else a == b
        for one, other in zip(left, right, strict=True)
        for a, b in zip(one, other, strict=True)
    )
