"""Laws of the embedded baselines: every row accounted for, sourced, in codes that the tables hold."""

import csv
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nktrade.core.codes import Kind
from nktrade.ledger import baselines, vintages
from nktrade.ledger.baselines import SET_APART, baseline, baseline_names, misprints
from nktrade.ledger.ledger import Ledger
from nktrade.reference import areas, commodities, compiler, compilers

FACTS = {
    "china_customs": ("china_customs_monthly", "china_customs_cumulative"),
    "russia_customs": ("russia_customs",),
    "dprk_annual": ("dprk_annual",),
    "commodities": ("commodities",),
    "un_1718": ("commodities",),
}
NAMES = st.sampled_from(baseline_names())
ONE_MB = 1_000_000


def table(name: str) -> list[dict[str, str]]:
    with (baselines.DATA / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("name", baseline_names())
def test_every_embedded_baseline_satisfies_the_schema(name: str) -> None:
    """No embedded row is rejected, and each keeps what the schema promises."""
    ledger = baseline(name).validated()
    assert ledger.rejected.empty
    assert (ledger.frame["layer"] == "baseline").all()
    assert (ledger.frame["document"] == name).all()


@pytest.mark.parametrize("name", baseline_names())
def test_kept_and_set_apart_are_all_rows(name: str) -> None:
    """A row of the table with a figure is in the baseline or among the misprints, and never in both."""
    apart = misprints()
    apart = set(apart.loc[apart["document"] == name, "claim"])
    kept = set(baseline(name).frame["claim"])
    assert not kept & apart
    assert len(kept) + len(apart) == sum(1 for row in table(name) if row["digits"])


@pytest.mark.parametrize("name", baseline_names())
def test_no_printed_error_enters_a_baseline(name: str) -> None:
    """Rows whose status says error, suspicion, garbling or own reckoning stand apart."""
    lines = {row["line"] for row in table(name) if row["status"] in SET_APART}
    kept = baseline(name).frame["claim"].str.rstrip("bc")
    assert lines.isdisjoint(kept)
    assert set(misprints()["status"]) <= SET_APART


def test_every_fact_is_embedded(shared: Path) -> None:
    """Each line of the facts stands in a baseline's table: kept, set apart, or without a figure."""
    prefix = {"china_customs_monthly": "m", "china_customs_cumulative": "c"}
    lines: dict[str, set[str]] = {}
    for name, files in FACTS.items():
        for file in files:
            mark = prefix.get(file, "")
            own = {row["line"] for row in table(name) if row["line"].startswith(mark)}
            lines.setdefault(file, set()).update(line.removeprefix(mark) for line in own)
    for file, embedded in lines.items():
        with (shared / "facts" / f"{file}.csv").open(encoding="utf-8", newline="") as stream:
            count = sum(1 for _ in csv.DictReader(stream))
        assert embedded == {str(line) for line in range(2, count + 2)}


def test_values_are_those_of_the_facts(shared: Path) -> None:
    """Digits times scale of every Chinese level is the value that the facts give."""
    for file, mark in (("china_customs_monthly", "m"), ("china_customs_cumulative", "c")):
        with (shared / "facts" / f"{file}.csv").open(encoding="utf-8", newline="") as stream:
            known = {
                f"{mark}{line}": row for line, row in enumerate(csv.DictReader(stream), start=2)
            }
        frame = baseline("china_customs").frame
        levels = frame[(frame["kind"] == Kind.LEVEL) & frame["claim"].str.startswith(mark)]
        for claim, value in zip(levels["claim"], levels["value"], strict=True):
            assert value == pytest.approx(abs(float(known[claim]["value"])), rel=1e-12)


@pytest.mark.parametrize("name", baseline_names())
def test_every_row_says_where_it_was_read_and_when(name: str) -> None:
    """Source, page and day of publication are never missing."""
    frame = baseline(name).frame
    assert frame[["source_url", "as_of", "compiler", "source", "version"]].notna().all(axis=None)


@pytest.mark.parametrize("name", baseline_names())
def test_codes_of_baselines_stand_in_the_tables(name: str) -> None:
    """Areas, commodities, compilers and outlets are known by their canonical names."""
    frame = baseline(name).frame
    sides = {code for text in {*frame["reporter"], *frame["partner"]} for code in text.split(",")}
    assert sides <= set(areas())
    assert set(frame["commodity"]) <= set(commodities())
    assert set(frame["compiler"]) <= set(compilers())
    assert all(compiler(origin) for origin in frame["origin"].dropna().unique())


def test_every_print_is_used() -> None:
    """No article stands in the table of prints without a row that was read in it."""
    used = {row["print"] for name in baseline_names() for row in table(name)}
    assert used == {row["print"] for row in table("prints")}


def test_embedded_data_stay_small() -> None:
    """All embedded tables together are under one megabyte."""
    assert sum(file.stat().st_size for file in baselines.DATA.glob("*.csv")) < ONE_MB


@given(NAMES, st.dates(min_value=date(2005, 1, 1), max_value=date(2027, 1, 1)))
def test_what_was_known_on_a_day_was_printed_by_then(name: str, day: date) -> None:
    """A later day knows all that an earlier one knew, and nothing of the future is known."""
    then, now = baseline(name, as_of=day).frame, baseline(name).frame
    assert set(then["claim"]) <= set(now["claim"])
    assert (then["as_of"] <= pd.Timestamp(day)).all()
    assert len(then) == (now["as_of"] <= pd.Timestamp(day)).sum()


@settings(max_examples=10)  # as many pairs as there are baselines
@given(NAMES, NAMES)
def test_baselines_join_in_any_order(one: str, other: str) -> None:
    """Two baselines have the same rows whichever comes first."""
    a, b = baseline(one), baseline(other)
    forth, back = (a + b).frame, (b + a).frame
    keys = ["document", "claim"]
    pd.testing.assert_frame_equal(
        forth.sort_values(keys).reset_index(drop=True),
        back.sort_values(keys).reset_index(drop=True),
    )


def test_changing_a_loaded_baseline_changes_no_later_one() -> None:
    """Each caller has rows of its own."""
    mine = baseline("russia_customs").frame
    mine.loc[:, "value"] = 0.0
    assert (baseline("russia_customs").frame["value"] > 0).any()


def test_the_table_of_revisions_is_what_the_baselines_show() -> None:
    """Measuring the embedded baselines anew gives the embedded sizes."""
    again = vintages.measured_revisions()
    embedded = pd.DataFrame(table("revisions")).astype(dict(again.dtypes))
    pd.testing.assert_frame_equal(embedded, again, check_exact=False, rtol=1e-9)


def test_a_consensus_is_held_by_its_prints() -> None:
    """Some print's interval meets each consensus, and dissenters' do not hold it."""
    frame = baseline("china_customs").frame
    for row in vintages.consensus(frame).itertuples(index=False):
        assert row.low <= row.high
        if isinstance(row.dissenters, str):
            apart = frame[frame["claim"].isin(row.dissenters.split(","))]
            assert ((apart["high"] < row.high) | (apart["low"] > row.low)).all()


def test_a_baseline_row_is_exact() -> None:
    """The exact amount of each row gives the row's own interval."""
    ledger: Ledger = baseline("dprk_annual")
    for row in ledger.frame.index:
        low = ledger.amount(row).printed.low
        assert low is None or float(low) == pytest.approx(ledger.frame["low"][row])


NOT_ADMITTED = pd.Timestamp(2023, 1, 1)
"""Two outlets have 137 percent for 2023; 1.0277 and 2.2954 billion dollars make 123.3, and are held against it."""


@pytest.mark.parametrize("name", ["china_customs", "russia_customs", "dprk_annual"])
def test_a_growth_rate_without_remark_is_admitted_by_its_levels(name: str) -> None:
    """Where both levels are printed, some pair of prints admits the rate; else its basis is unsaid."""
    frame = baseline(name).frame
    cell = ["flow", "reporter", "partner", "commodity", "compiler", "period_start", "scope"]
    levels = frame[(frame["kind"] == Kind.LEVEL) & (frame["unit"] == "USD")]
    spans = levels.groupby([*cell, "period_end"], dropna=False, as_index=False)
    now = spans.agg(low=("wide_low", "min"), high=("wide_high", "max"))
    then = now.assign(
        period_start=now["period_start"] + pd.DateOffset(years=1),
        period_end=now["period_end"] + pd.DateOffset(years=1) + pd.offsets.MonthEnd(0),
    )
    both = now.merge(then, on=[*cell, "period_end"], suffixes=("", "_then"))
    both = both[(both["low_then"] > 0) & (both["low"] > 0)]
    rates = frame[
        (frame["kind"] == Kind.CHANGE_PCT) & ~frame["scope"].isin(["in yuan", "basis unsaid"])
    ]
    met = rates.merge(both, on=[*cell, "period_end"], suffixes=("_rate", ""))
    met = met[~((met["digits"] == "137") & (met["period_start"] == NOT_ADMITTED))]
    sign = met["sign"].map({"+": 1, "-": -1})
    widest = pd.concat([met["wide_low"] * sign, met["wide_high"] * sign], axis=1)
    assert len(met) > 0
    assert (widest.max(axis=1) >= (met["low"] / met["high_then"] - 1) * 100 - 1e-9).all()
    assert (widest.min(axis=1) <= (met["high"] / met["low_then"] - 1) * 100 + 1e-9).all()
