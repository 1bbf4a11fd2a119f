"""Sums of sums: what holds, what exceeds and what falls short, on every engine."""

from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

from nktrade.customs import headings, partners, periods, unit_values, violations, weights

Table = pd.DataFrame | pl.DataFrame | duckdb.DuckDBPyRelation
ENGINES = ["pandas", "polars", "duckdb"]


def on(engine: str, frame: pd.DataFrame) -> Table:
    if engine == "duckdb":
        connection = duckdb.connect()
        connection.register("trade", frame)
        return connection.table("trade")
    return pl.from_pandas(frame) if engine == "polars" else frame


def plain(found: Table) -> pd.DataFrame:
    frame = found.to_pandas() if isinstance(found, pl.DataFrame) else found
    return frame.df() if hasattr(frame, "df") else frame


def table(rows: list[tuple[Any, ...]], columns: str, **more: str | float) -> pd.DataFrame:
    usual = {
        "flow": "export",
        "reporter": "CHN",
        "partner": "PRK",
        "code": "TOTAL",
        "value_step": 1.0,
    }
    return pd.DataFrame(rows, columns=columns.split()).assign(
        **{name: word for name, word in (usual | more).items() if name not in columns.split()}
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_finer_codes_are_held_against_wider_ones(engine: str) -> None:
    """Total against chapters, chapters against headings; half a dollar a row is granted."""
    frame = table(
        [
            ("TOTAL", 100.0),
            ("27", 60.0),
            ("72", 40.0),
            ("2701", 61.5),
            ("7201", 30.0),
            ("7202", 10.4),
        ],
        "code value",
    )
    found = plain(headings(on(engine, frame))).set_index("code")
    assert found["verdict"].to_dict() == {
        "TOTAL": "holds",
        "27": "parts exceed whole",
        "72": "holds",
    }
    assert found.loc["27", ["whole", "parts", "gap", "slack", "count"]].tolist() == pytest.approx(
        [60, 61.5, 1.5, 1, 1]
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_partners_are_held_against_world_without_groups(engine: str) -> None:
    """ASEAN holds its members: World is the sum over countries."""
    frame = table(
        [("WLD", 100.0, True), ("ASEAN", 60.0, True), ("VNM", 60.0, False), ("PRK", 40.0, False)],
        "partner value is_aggregate",
    )
    assert plain(partners(on(engine, frame)))[
        ["parts", "count", "verdict"]
    ].to_numpy().tolist() == [[100.0, 2, "holds"]]
    short = frame.assign(value=frame["value"] - [0, 0, 0, 5])
    assert plain(partners(on(engine, short)))["verdict"].tolist() == ["parts fall short"]


@pytest.mark.parametrize("engine", ENGINES)
def test_months_are_held_against_the_year(engine: str) -> None:
    """Twelve months make the year; a lacking month excuses a shortfall and no excess."""

    def months(*values: float, whole: float, year: int) -> list[tuple[Any, ...]]:
        first = [
            (f"{year}-{month:02d}-01", f"{year}-{month:02d}-28", value)
            for month, value in enumerate(values, 1)
        ]
        return [*first, (f"{year}-01-01", f"{year}-12-31", whole)]

    rows = [
        *months(*[10.0] * 12, whole=120.0, year=2015),
        *months(*[10.0] * 12, whole=150.0, year=2016),
        *months(*[10.0] * 11, whole=120.0, year=2017),
        *months(*[20.0] * 11, whole=120.0, year=2018),
        *months(*[10.0] * 3, whole=30.0, year=2019),
    ]
    frame = table(rows, "period_start period_end value")
    frame[["period_start", "period_end"]] = frame[["period_start", "period_end"]].apply(
        pd.to_datetime
    )
    found = plain(periods(on(engine, frame))).sort_values("period_start")
    assert found["verdict"].tolist() == [
        "holds",
        "parts fall short",
        "months are missing",
        "parts exceed whole",
        "holds",
    ]


def test_one_release_for_two_months_counts_once() -> None:
    """January and February together are two months of a running total."""
    rows = [
        ("2020-01-01", "2020-02-29", 5.0),
        ("2020-03-01", "2020-03-31", 4.0),
        ("2020-01-01", "2020-03-31", 9.0),
    ]
    frame = table(rows, "period_start period_end value")
    frame[["period_start", "period_end"]] = frame[["period_start", "period_end"]].apply(
        pd.to_datetime
    )
    assert periods(frame)[["count", "verdict"]].to_numpy().tolist() == [[2, "holds"]]
    doubled = pd.concat([frame, frame.head(1).assign(period_end=pd.Timestamp("2020-01-31"))])
    found = periods(doubled).set_index("period_end")["verdict"]
    assert found[pd.Timestamp("2020-03-31")] == "months are doubled"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_quantity_in_tonnes_is_the_net_weight(engine: str) -> None:
    """Two ways to one mass: a slip of a thousand shows, rounding to the kilogramme does not."""
    frame = table(
        [(1.5, 1.5004), (1.5, 1500.0)],
        "quantity weight",
        quantity_unit="t",
        quantity_step=0.001,
        weight_step=0.001,
    )
    assert plain(weights(on(engine, frame)))["verdict"].tolist() == ["holds", "parts exceed whole"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_unit_value_far_from_its_commodity_is_flagged(engine: str) -> None:
    """Of two hundred prices, the one a thousandfold is flagged, with its slip of scale and how many were asked."""
    prices = np.exp(np.random.default_rng(7).normal(4, 0.3, 200))
    prices[17] *= 1000
    frame = table([(price * 10, 10.0) for price in prices], "value weight", code="2701").assign(
        row=range(200)
    )
    found = unit_values(on(engine, frame))
    assert found[["row", "likely_scale", "checks"]].to_numpy().tolist() == [[17, 1000.0, 200]]


def test_prices_of_one_law_are_not_flagged() -> None:
    """Six thousand sound prices of a hundred commodities: the farthest out are what chance makes."""
    draws = np.random.default_rng(3)
    rows = [
        (f"{code:04d}", price, 1.0)
        for code in range(100)
        for price in np.exp(draws.normal(4, 0.3, 60))
    ]
    assert unit_values(table(rows, "code value weight")).empty


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_finds_the_same_violations(engine: str) -> None:
    """Rules are declared once; what breaks them is told alike, with the key asked for."""
    rows = [
        (0, "export", "CHN", "PRK", "all", "2018-06-01", "2018-06-30", 5.0, "USD"),
        (1, "exprot", "CHN", "PRK", "all", "2018-06-01", "2018-06-30", 5.0, "USD"),
        (2, "import", "CHN", None, "all", "2018-06-01", "2018-06-30", -5.0, "USD"),
        (3, "import", "CHN", "PRK", "all", "2018-06-01", "2018-05-31", 5.5, None),
    ]
    columns = [
        "row",
        "flow",
        "reporter",
        "partner",
        "commodity",
        "period_start",
        "period_end",
        "value",
        "value_unit",
    ]
    frame = pd.DataFrame(rows, columns=columns)
    frame[["period_start", "period_end"]] = frame[["period_start", "period_end"]].apply(
        pd.to_datetime
    )
    found = violations(on(engine, frame))
    assert [(one.key, one.column, one.rule, one.value) for one in found] == [
        ("1", "flow", "known word", "exprot"),
        ("2", "partner", "present", ""),
        ("3", "period_end", "in order", "2018-05-31"),
        ("3", "value", "has a unit", "5.5"),
        ("2", "value", "not negative", "-5"),
    ]
