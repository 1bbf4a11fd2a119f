"""The mark of tests that need Spark, and a local session of it."""

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Tests marked ``spark`` need the extra ``spark`` and Java 17."""
    config.addinivalue_line("markers", "spark: needs pyspark (nktrade[spark]) and Java 17")


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:  # Any: pyspark is an extra
    """A session of two local threads; tests skip, and say why, where Spark cannot run."""
    sql = pytest.importorskip(
        "pyspark.sql", reason="pyspark is not installed: pip install 'nktrade[spark]'"
    )
    if shutil.which("java") is None:
        pytest.skip("Java is not installed: Spark needs Java 17")
    # Workers would take another Python, without pandas.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    yield session
    session.stop()
