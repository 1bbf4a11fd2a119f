"""The page of printed errors says what the checks of today find in the embedded rows."""

import sys
import warnings
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

import printed_errors  # noqa: E402 - the benchmark is a script beside the package

PAGE = ROOT / "docs" / "printed-errors.md"


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    """Every row of an article with a misprint, and what was seen of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return printed_errors.rows()


def test_the_page_is_what_the_embedded_rows_give(found: pd.DataFrame) -> None:
    """Counts, reasons and every row, word for word."""
    assert printed_errors.page(*printed_errors.parted(found)) == PAGE.read_text(encoding="utf-8")


def test_every_misprint_is_seen_or_has_its_reason(found: pd.DataFrame) -> None:
    """No row is unaccounted for: a finding speaks of it, or the reason says why none does."""
    wrong, _ = printed_errors.parted(found)
    is_seen = wrong["severity"] != printed_errors.NOT_SEEN
    assert (wrong["reason"] != "").tolist() == (~is_seen).tolist()
    assert set(wrong.loc[~is_seen, "reason"]) <= set(printed_errors.REASONS.values())
    assert printed_errors.counted(wrong).loc["all", "rows"] == len(wrong)
