"""Mirror statistics: one answer on every engine, and no index where there is no mirror."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest

from nktrade.customs import mirror, mirror_summary, reconciled, reliability, suspicions

Table = pd.DataFrame | pl.DataFrame | pl.LazyFrame | duckdb.DuckDBPyRelation
COLUMNS = ["reporter", "partner", "flow", "code", "period", "value"]
ROWS = [
    ("CHN", "KOR", "export", "2701", 201801, 100),
    ("KOR", "CHN", "import", "2701", 201801, 106),
    ("KOR", "CHN", "export", "01", 201801, 0),
    ("CHN", "KOR", "import", "01", 201801, 0),
    ("CHN", "KOR", "export", "03", 201801, 17),
    ("KOR", "CHN", "import", "03", 201801, 37),
    ("KOR", "CHN", "export", "02", 201801, 5),
    ("CHN", "PRK", "export", "2701", 201801, 50),
    ("KOR", "JPN", "import", "2701", 201801, 7),
]


def table(rows: list[tuple[Any, ...]] = ROWS) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


def from_duckdb(frame: pd.DataFrame) -> duckdb.DuckDBPyRelation:
    connection = duckdb.connect()
    connection.register("trade", frame)
    return connection.table("trade")


ENGINES: dict[str, Callable[[pd.DataFrame], Any]] = {
    "pandas": lambda frame: frame,
    "polars": pl.from_pandas,
    "polars lazy": lambda frame: pl.from_pandas(frame).lazy(),
    "duckdb": from_duckdb,
}


def plain(found: Table, *by: str) -> pd.DataFrame:
    """Any engine's answer as a pandas frame in one order and one way of writing what is missing."""
    if isinstance(found, pl.LazyFrame):
        found = found.collect()
    frame = found.to_pandas() if isinstance(found, pl.DataFrame) else found
    frame = frame.df() if hasattr(frame, "df") else frame
    return (
        frame.sort_values(list(by or ("exporter", "importer", "code")), ignore_index=True)
        .astype(
            {
                name: object
                for name in frame.columns
                if not pd.api.types.is_numeric_dtype(frame[name])
            }
        )
        .fillna({"notice": ""})
    )


def verdicts(found: Table) -> dict[tuple[str, str, str], str]:
    return {
        (row.exporter, row.importer, row.code): row.verdict for row in plain(found).itertuples()
    }


def test_the_verdict_of_each_kind_of_flow() -> None:
    """Inside and outside the margin, one-sided, both nought; an office without reports is no mirror."""
    assert verdicts(mirror(table(), table())) == {
        ("CHN", "KOR", "2701"): "within margin",
        ("CHN", "KOR", "03"): "outside margin",
        ("KOR", "CHN", "01"): "both zero",
        ("KOR", "CHN", "02"): "one-sided",
        ("CHN", "PRK", "2701"): "not reported by importer",
        ("JPN", "KOR", "2701"): "not reported by exporter",
    }


def test_the_indices_are_those_of_their_definitions() -> None:
    """Imports over 1.06 are brought to FOB; index, percent difference and log ratio follow."""
    found = plain(mirror(table(), table())).set_index(["exporter", "importer", "code"])
    even, odd = found.loc[("CHN", "KOR", "2701")], found.loc[("CHN", "KOR", "03")]
    assert even["discrepancy_index"] == pytest.approx(0)
    assert odd["fob_equivalent"] == pytest.approx(37 / 1.06)
    assert odd["discrepancy_index"] == pytest.approx((37 / 1.06 - 17) / (37 / 1.06 + 17))
    assert odd["spd"] == pytest.approx(200 * (37 / 1.06 - 17) / (37 / 1.06 + 17))
    assert odd["log_ratio"] == pytest.approx(0.7777046, abs=1e-6)
    assert found.loc[("KOR", "CHN", "02"), "discrepancy_index"] == 1
    assert found.loc[("KOR", "CHN", "01"), "discrepancy_index"] == 0


def test_who_does_not_report_has_no_index_and_no_reliability() -> None:
    """The DPRK reports nothing: its flows have no discrepancy, and it has no score."""
    found = mirror(table(), table())
    silent = found[found["importer"] == "PRK"]
    assert silent[["discrepancy_index", "spd", "log_ratio"]].isna().all(axis=None)
    assert "PRK" not in set(reliability(found)["area"])


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_gives_the_same_answer(engine: str) -> None:
    """Frames of each kind give equal mirrors, summaries, scores and values, in their own kind."""
    sides = ENGINES[engine](table())
    expected, found = mirror(table(), table()), mirror(sides, sides)
    assert type(found) is type(sides)
    pd.testing.assert_frame_equal(plain(found), plain(expected), check_dtype=False)
    summary = plain(mirror_summary(found), "exporter")
    pd.testing.assert_frame_equal(
        summary, plain(mirror_summary(expected), "exporter"), check_dtype=False
    )
    scores = reliability(found)
    pd.testing.assert_frame_equal(scores, reliability(expected))
    pd.testing.assert_frame_equal(
        plain(reconciled(found, scores)), plain(reconciled(expected, scores)), check_dtype=False
    )
    assert len(suspicions(found)) == len(suspicions(expected))


def test_paths_stream_through_duckdb_to_the_same_answer(tmp_path: Path) -> None:
    """Parquet and tidy CSV are read where they lie, and give what frames give."""
    parquet, csv = tmp_path / "trade.parquet", tmp_path / "trade.csv"
    table().to_parquet(parquet)
    table().assign(unit="USD").to_csv(csv, index=False)
    expected = plain(mirror(table(), table()))
    pd.testing.assert_frame_equal(plain(mirror(parquet, parquet)), expected, check_dtype=False)
    same = ["export_value", "import_value", "discrepancy_index", "verdict"]
    pd.testing.assert_frame_equal(
        plain(mirror(csv, str(csv)))[same], expected[same], check_dtype=False
    )


def test_rows_of_one_key_are_added_up_and_groups_left_out() -> None:
    """Provinces are parts of one flow; World and breakdowns hold or repeat others."""
    frame = table(
        [
            ("CHN", "KOR", "export", "27", 2018, 60),
            ("CHN", "KOR", "export", "27", 2018, 40),
            ("CHN", "KOR", "export", "27", 2018, 9),
            ("CHN", "WLD", "export", "27", 2018, 100),
            ("KOR", "CHN", "import", "27", 2018, 106),
        ]
    ).assign(
        is_aggregate=[False, False, False, True, False],
        scope=[None, None, "re-exports", None, None],
    )
    found = mirror(frame, frame)
    assert found[["export_value", "import_value", "verdict"]].to_numpy().tolist() == [
        [100, 106, "within margin"]
    ]


def test_a_margin_is_wide_at_a_land_border_and_may_be_given() -> None:
    """China's trade with the DPRK may stand five percent under its mirror; a user's pair rules all."""
    frame = table(
        [
            ("CHN", "RUS", "export", "27", 2018, 100),
            ("RUS", "CHN", "import", "27", 2018, 96),
            ("CHN", "JPN", "export", "27", 2018, 100),
            ("JPN", "CHN", "import", "27", 2018, 96),
        ]
    )
    assert set(mirror(frame, frame)["verdict"]) == {"within margin", "outside margin"}
    given = mirror(frame, frame, margin=(0.9, 1.0, 1.1))
    assert set(given["verdict"]) == {"within margin"}
    assert given["margin_middle"].tolist() == [1.0, 1.0]


def test_margins_are_dated() -> None:
    """Ten percent stood for the middle before 2000, six since."""
    frame = table([("CHN", "JPN", "export", "27", year, 100) for year in (1995, 2018)])
    other = table([("JPN", "CHN", "import", "27", year, 100) for year in (1995, 2018)])
    assert sorted(mirror(frame, other)["margin_middle"]) == [1.06, 1.10]


def test_imports_valued_fob_bear_no_margin() -> None:
    """Where the importer reports FOB, the two sides should be equal."""
    frame = table(
        [("CHN", "JPN", "export", "27", 2018, 100), ("JPN", "CHN", "import", "27", 2018, 106)]
    )
    assert mirror(frame, frame.assign(valuation="fob"))["verdict"].tolist() == ["outside margin"]
    assert mirror(frame, frame.assign(valuation="cif"))["verdict"].tolist() == ["within margin"]


def test_rounding_is_granted() -> None:
    """Printed in millions, 130 may be 129.5 against 108: within twenty percent."""
    frame = table(
        [("CHN", "JPN", "export", "27", 2018, 108e6), ("JPN", "CHN", "import", "27", 2018, 130e6)]
    )
    assert mirror(frame, frame)["verdict"].tolist() == ["outside margin"]
    stepped = frame.assign(value_step=1e6)
    assert mirror(stepped, stepped)["verdict"].tolist() == ["within margin"]


def test_unlike_editions_may_be_added_up_to_chapters() -> None:
    """HS 2012 against HS 2017: chapters are compared, and the answer says so."""
    exports = table(
        [("CHN", "JPN", "export", "270111", 2018, 60), ("CHN", "JPN", "export", "270112", 2018, 40)]
    )
    imports = table([("JPN", "CHN", "import", "270119", 2018, 106)])
    found = mirror(
        exports.assign(classification="H4"),
        imports.assign(classification="H5"),
        revisions="chapters",
    )
    assert found[["code", "export_value", "verdict"]].to_numpy().tolist() == [
        ["27", 100, "within margin"]
    ]
    assert found["notice"].tolist() == ["editions H4, H5 added up to chapters"]


def test_frames_with_comtrades_and_bacis_names_are_taken() -> None:
    """Their own column names need no renaming."""
    exports = pd.DataFrame({"i": ["CHN"], "j": ["JPN"], "k": ["270111"], "t": [2018], "v": [100]})
    imports = pd.DataFrame(
        {
            "reporterISO": ["JPN"],
            "partnerISO": ["CHN"],
            "flowCode": ["import"],
            "cmdCode": ["270111"],
            "period": [2018],
            "primaryValue": [106],
        }
    )
    assert mirror(exports, imports)["verdict"].tolist() == ["within margin"]


def test_scores_follow_the_noise_of_each_office() -> None:
    """The office whose figures are off by a third is the least reliable, on both sides."""
    areas, noise = ["AUS", "CHN", "JPN", "USA"], {"AUS": 1.0, "CHN": 1.02, "JPN": 1.04, "USA": 1.35}
    rows = []
    for seller in areas:
        for buyer in areas:
            if seller != buyer:
                rows.append((seller, buyer, "export", "27", 2018, 1e6 * noise[seller]))
                rows.append((buyer, seller, "import", "27", 2018, 1.06e6 / noise[buyer]))
    scores = reliability(mirror(table(rows), table(rows))).set_index("area")
    assert scores["as_exporter"].idxmin() == scores["as_importer"].idxmin() == "USA"
    assert scores["as_exporter"].idxmax() == "AUS"
    found = reconciled(mirror(table(rows), table(rows)), scores.reset_index())
    pair = found[(found["exporter"] == "AUS") & (found["importer"] == "USA")].iloc[0]
    assert pair["exporter_weight"] > 0.5
    assert 1e6 / 1.35 < pair["reconciled_value"] <= 1e6


def test_offices_without_a_chain_of_partners_are_kept_apart() -> None:
    """Two pairs that trade with nobody else are two components."""
    rows = [
        (a, b, flow, "27", 2018, value)
        for a, b in (("CHN", "JPN"), ("DEU", "FRA"))
        for flow, value in (("export", 100),)
    ] + [("JPN", "CHN", "import", "27", 2018, 150), ("FRA", "DEU", "import", "27", 2018, 120)]
    assert reliability(mirror(table(rows), table(rows)))["exporter_component"].nunique() == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_trade_booked_under_the_wrong_korea_is_named(engine: str) -> None:
    """What is missing from exports to the South stands under the North: code 408 for 410."""
    rows = [
        ("CHL", "PRK", "export", "2603", 2018, 50),
        ("CHL", "KOR", "export", "2603", 2018, 50),
        ("KOR", "CHL", "import", "2603", 2018, 106),
        ("MEX", "PRK", "import", "85", 2018, 106),
        ("KOR", "MEX", "export", "85", 2018, 100),
        ("MEX", "CHN", "import", "85", 2018, 1),
    ]
    sides = ENGINES[engine](table(rows))
    found = suspicions(mirror(sides, sides))
    named = found[found["check"] == "north for south"]
    assert named[["exporter", "importer"]].to_numpy().tolist() == [["CHL", "PRK"], ["PRK", "MEX"]]


def test_places_of_reexport_and_unallocated_trade_are_named() -> None:
    """Hong Kong's gaps may be re-exports; what stands under areas nes may be what is missing."""
    rows = [
        ("HKG", "CHN", "export", "71", 2018, 100),
        ("CHN", "HKG", "import", "71", 2018, 5),
        ("DEU", "FRA", "export", "27", 2018, 60),
        ("DEU", "_X", "export", "27", 2018, 50),
        ("FRA", "DEU", "import", "27", 2018, 106),
    ]
    found = suspicions(mirror(table(rows), table(rows)))
    assert found[["check", "exporter", "importer"]].to_numpy().tolist() == [
        ["areas nes", "DEU", "FRA"],
        ["re-exports", "HKG", "CHN"],
    ]
