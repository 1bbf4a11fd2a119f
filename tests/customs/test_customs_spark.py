"""Spark answers as pandas does: mirror, sums, scores, violations and texts."""

import warnings
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from nktrade.customs import (
    headings,
    mirror,
    mirror_summary,
    reconciled,
    reliability,
    suspicions,
    unit_values,
    violations,
)
from nktrade.customs.batches import CLAIM_TYPES, SPARK_SCHEMA, claims_in_batches

pytestmark = pytest.mark.spark

ROWS = [
    ("CHN", "KOR", "export", "27", 201801, 100.0),
    ("KOR", "CHN", "import", "27", 201801, 106.0),
    ("CHN", "KOR", "export", "2701", 201801, 60.0),
    ("KOR", "CHN", "import", "2701", 201801, 90.0),
    ("KOR", "CHN", "export", "01", 201801, 0.0),
    ("CHN", "KOR", "import", "01", 201801, 0.0),
    ("KOR", "CHN", "export", "02", 201801, 5.0),
    ("CHN", "PRK", "export", "2701", 201801, 50.0),
]
COLUMNS = ["reporter", "partner", "flow", "code", "period", "value"]
Session = Any
"""A Spark session: pyspark is an extra."""


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Spark's own warnings about itself are not ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def ordered(frame: pd.DataFrame, *by: str) -> pd.DataFrame:
    return frame.sort_values(list(by), ignore_index=True).fillna(-1.0).astype(object)


def test_spark_gives_the_mirror_of_pandas(spark: Session) -> None:
    """The same flows, indices, verdicts, scores and values, left on Spark until asked for."""
    frame = pd.DataFrame(ROWS, columns=COLUMNS)
    table = spark.createDataFrame(frame)
    expected, found = mirror(frame, frame), mirror(table, table)
    by = ("exporter", "importer", "code")
    numbers = ["export_value", "import_value", "discrepancy_index", "spd", "log_ratio", "verdict"]
    pd.testing.assert_frame_equal(
        ordered(found.toPandas(), *by)[numbers], ordered(expected, *by)[numbers]
    )
    summary = mirror_summary(found).toPandas()
    pd.testing.assert_frame_equal(
        ordered(summary, "exporter"), ordered(mirror_summary(expected), "exporter")
    )
    scores = reliability(found)
    pd.testing.assert_frame_equal(scores, reliability(expected))
    values = reconciled(found, scores).toPandas()
    same = ["reconciled_value"]
    pd.testing.assert_frame_equal(
        ordered(values, *by)[same], ordered(reconciled(expected, scores), *by)[same]
    )
    assert len(suspicions(found)) == len(suspicions(expected))


def test_spark_gives_the_sums_and_violations_of_pandas(spark: Session) -> None:
    """Headings against chapters, unit values, and broken rules are the same."""
    frame = pd.DataFrame(ROWS, columns=COLUMNS).assign(
        row=range(len(ROWS)), value_unit="USD", weight=1.0
    )
    table = spark.createDataFrame(frame)
    by = ("flow", "reporter", "partner", "code")
    pd.testing.assert_frame_equal(
        ordered(headings(table).toPandas(), *by), ordered(headings(frame), *by)
    )
    broken = frame.assign(value=[-1.0, *frame["value"][1:]])
    assert violations(spark.createDataFrame(broken)) == violations(broken) != ()
    assert len(unit_values(table)) == len(unit_values(frame)) == 0


def test_texts_are_read_by_map_in_pandas(spark: Session) -> None:
    """The reader has the signature that Spark asks for."""
    text = "In June 2018 North Korea exported $2 million of coal to China."
    documents = pd.DataFrame({"id": ["a", "b"], "text": [text, "nothing"]})
    found = spark.createDataFrame(documents).mapInPandas(claims_in_batches, SPARK_SCHEMA).toPandas()
    assert found["value"].tolist() == [2_000_000.0]
    assert list(found.columns) == list(CLAIM_TYPES)
