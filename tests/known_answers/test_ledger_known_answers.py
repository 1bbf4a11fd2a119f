"""Figures that were published, as the embedded baselines must give them back."""

import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

from nktrade.core.codes import Kind
from nktrade.ledger.baselines import baseline, misprints
from nktrade.ledger.vintages import (
    consensus,
    corrections,
    coverage,
    known_revision,
    origins,
    revisions,
)


def rows(name: str, **wanted: object) -> pd.DataFrame:
    frame = baseline(name).frame
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    return frame


def month(first: str) -> dict[str, object]:
    span = pd.Period(first)
    return {
        "period_start": span.start_time,
        "period_end": span.end_time.normalize(),
        "kind": "level",
    }


@pytest.mark.parametrize(
    ("flow", "value"), [("export", 204_190_000), ("import", 12_970_000), ("total", 217_160_000)]
)
def test_june_2018_as_reuters_printed_it(flow: str, value: float) -> None:
    """Reuters, 23 July 2018: China's exports 204.19, imports 12.97, total 217.16 million dollars."""
    found = rows("china_customs", origin="Reuters", flow=flow, **month("2018-06"))
    assert value in set(found["value"])
    assert set(found["as_of"]) >= {pd.Timestamp("2018-07-23")}


def test_june_2017_exports() -> None:
    """Reuters, 23 August 2017: exports of June 2017 were 326.85 million dollars."""
    found = rows("china_customs", flow="export", **month("2017-06"))
    assert 326_850_000 in set(found["value"])


def test_the_later_vintage_of_june_2018_imports_stands_beside() -> None:
    """International Trade Centre, 2019: 10.71 million, another compiler's number."""
    found = rows("china_customs", flow="import", compiler="ITC", **month("2018-06"))
    assert found["value"].tolist() == [10_710_000]


def test_what_was_known_before_the_release_is_nothing() -> None:
    """On 20 July 2018 no level of June 2018 had been printed."""
    known = baseline("china_customs", as_of=date(2018, 7, 20)).frame
    june = known[(known["period_start"] == "2018-06-01") & (known["kind"] == Kind.LEVEL)]
    assert june.empty


def test_recorded_imports_from_the_dprk_in_2019() -> None:
    """Chinese customs: 215,197,317 dollars of imports in 2019."""
    found = rows(
        "china_customs",
        flow="import",
        kind="level",
        period_start=pd.Timestamp("2019-01-01"),
        period_end=pd.Timestamp("2019-12-31"),
    )
    assert ((found["low"] <= 215_197_317) & (found["high"] >= 215_197_317)).any()


def test_twelve_months_of_2021_are_91_909_barrels() -> None:
    """UN 1718 Committee, March 2022: China's deliveries of 2021 by month and in all."""
    sold = rows("un_1718", partner="CHN", commodity="refined petroleum", unit="bbl")
    march = sold[sold["as_of"] == pd.Timestamp("2022-03-24")]
    is_month = march["period_start"].dt.month == march["period_end"].dt.month
    assert march.loc[is_month, "value"].sum() == 91_909
    assert march.loc[~is_month, "value"].tolist() == [91_909]
    assert is_month.sum() == 12


@pytest.mark.parametrize(("partner", "tonnes"), [("CHN", 22_730), ("RUS", 30_180)])
def test_refined_petroleum_of_2019(partner: str, tonnes: float) -> None:
    """UN 1718 Committee, February 2020: 22,730 t from China and 30,180 t from Russia."""
    whole = {"period_start": pd.Timestamp("2019-01-01"), "period_end": pd.Timestamp("2019-12-31")}
    found = rows("un_1718", partner=partner, unit="t", channel="recorded", **whole)
    assert found["value"].tolist() == [tonnes]


def test_an_alleged_amount_is_kept_apart_from_the_returns() -> None:
    """United States, 2018: 759,793 barrels by May, outside the returns."""
    alleged = rows("un_1718", channel="unrecorded", unit="bbl", value=759_793.0)
    assert alleged["standing"].tolist() == ["alleged"]


def test_kilograms_become_tonnes() -> None:
    """Russian customs, May 2020: 30,476 kilograms of medicines are 30.476 tonnes."""
    found = rows("commodities", commodity="medicines", unit="t", printed_unit="kg")
    assert 30.476 in set(found["value"])


def test_kotra_of_2023() -> None:
    """KOTRA, July 2024: exports 325.17 and imports 2,443.95 million make 2,769.12 million dollars."""
    whole = {"period_start": pd.Timestamp("2023-01-01"), "partner": "WLD", "compiler": "KOTRA"}
    found = rows("dprk_annual", kind="level", approx="exact", **whole)
    by_flow = found.groupby("flow")["value"].agg(set)
    assert 325_170_000 in by_flow["export"]
    assert 2_443_950_000 in by_flow["import"]
    assert 2_769_120_000 in by_flow["total"]


def test_the_won_misprint_of_2023_stands_apart() -> None:
    """Bank of Korea figures, July 2024: 2.27 billion printed where the parts make 2.77."""
    apart = misprints()
    found = apart[(apart["document"] == "dprk_annual") & (apart["value"] == 2_270_000_000)]
    assert found["status"].tolist() == ["source_error"]


def test_how_many_months_are_covered() -> None:
    """Of the 144 months 2014-2025 in dollars 112 have some flow and at least 61 have all three."""
    found = coverage(baseline("china_customs").frame)
    years = found["month"].dt.year.between(2014, 2025)
    dollars = found[years & (found["unit"] == "USD") & (found["flow"] != "balance")]
    prints = dollars.pivot_table(index="month", columns="flow", values="prints")
    assert len(prints) == 144
    assert (prints.sum(axis=1) > 0).sum() == 112
    assert (prints > 0).all(axis=1).sum() >= 61


def test_a_reprint_is_no_second_witness() -> None:
    """Yonhap under two names is one origin, and an unknown agency none."""
    frame = pd.DataFrame({"origin": ["Yonhap", "연합뉴스", "unknown agency", None]})
    assert origins(frame.assign(compiler="China customs")) == {"Yonhap", "China customs"}


def test_the_consensus_of_june_2018() -> None:
    """Two origins agree on each flow to the last digit that the coarser one prints."""
    found = consensus(rows("china_customs", compiler="China customs", **month("2018-06")))
    assert found["origins"].tolist() == [2, 2, 2]
    assert found["dissenters"].isna().all()


def test_misprints_stand_beside_what_others_printed() -> None:
    """VOA printed 182.43 million for October 2023; six others print 167.60."""
    found = corrections()
    october = found[(found["value"] == 182_430_000) & (found["flow"] == "export")]
    assert len(october) > 0
    assert october["low"].between(167_500_000, 167_600_000).all()
    assert (found["low"] <= found["high"]).all()


def test_compilers_differ_more_than_prints_of_one() -> None:
    """KITA and customs differ by some 4 %, nine tenths of customs' own prints by a thousandth."""
    own, other = (
        known_revision("China customs", "China customs"),
        known_revision("KITA", "China customs"),
    )
    assert own is not None
    assert other is not None
    assert own < other
    assert known_revision("KOTRA", "VOA") is None
    assert sum(one.pairs for one in revisions()) > 400


def test_a_plain_check_loads_neither_pint_nor_pandera() -> None:
    """Loading a baseline imports no unit library, no schema library and no rates."""
    code = (
        "import sys; from nktrade.ledger.baselines import baseline; baseline('china_customs');"
        "print(sorted({'pint', 'pandera', 'currency_converter', 'scipy'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
