"""Briefs from a baseline: real months, our words, one slip each."""

import pandas as pd
import pytest

from nktrade.errors import LedgerError
from nktrade.testing.briefs import briefs_from_baseline
from nktrade.testing.languages import available


@pytest.fixture
def baseline() -> pd.DataFrame:
    """Twenty-four months of made-up trade, and one month that does not add up."""
    months = [f"{year}-{month:02d}" for year in (2017, 2018) for month in range(1, 13)]
    rows = []
    for number, month in enumerate(months):
        out, back = 310_400_000 + 7_130_000 * number, 121_900_000 - 4_410_000 * number
        rows += [(month, "export", out), (month, "import", back), (month, "total", out + back)]
    rows[-1] = ("2018-12", "total", 1)
    return pd.DataFrame(rows, columns=["period", "flow", "value"])


def test_each_brief_has_one_slip_that_can_be_noticed(baseline: pd.DataFrame) -> None:
    """Every month is used once, and its slip breaks an identity of the brief."""
    briefs = briefs_from_baseline(baseline, 1, count=11)
    assert len({brief.report.world.month for brief in briefs}) == 11
    for brief in briefs:
        assert len(brief.edits) == 1
        assert brief.is_checkable


def test_months_that_do_not_add_up_are_left_out(baseline: pd.DataFrame) -> None:
    """A print that is wrong itself would be a second slip."""
    briefs = briefs_from_baseline(baseline, 1, count=20)
    assert len(briefs) == 11
    assert "2018-12" not in {str(brief.report.world.month) for brief in briefs}


def test_a_true_brief_prints_the_months_of_the_baseline(baseline: pd.DataFrame) -> None:
    """Levels now and a year earlier are the baseline's."""
    known = {(row.period, row.flow): row.value for row in baseline.itertuples()}
    for brief in briefs_from_baseline(baseline, 2, count=11):
        for printed in brief.report.printed:
            claim = printed.claim
            if claim.kind == "level" and claim.flow != "total":
                assert printed.truth == known[str(claim.period), claim.flow]


@pytest.mark.parametrize("lang", available())
def test_briefs_are_repeatable_in_every_language(baseline: pd.DataFrame, lang: str) -> None:
    """The same seed gives the same texts; another seed gives others."""
    first, again, other = (
        [brief.text for brief in briefs_from_baseline(baseline, seed, count=3, lang=lang)]
        for seed in (5, 5, 6)
    )
    assert first == again != other


def test_a_frame_without_its_columns_is_named(baseline: pd.DataFrame) -> None:
    """What was found, and what to add."""
    with pytest.raises(LedgerError, match="rename or add value"):
        briefs_from_baseline(baseline.rename(columns={"value": "usd"}), 1)
