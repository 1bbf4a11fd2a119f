"""A text held against a user's own file."""

from pathlib import Path

import pytest

import nktrade as nk
from nktrade.core.codes import Severity
from nktrade.errors import LedgerError

HEADER = "period_start,period_end,flow,reporter,partner,unit,value,compiler,source_date\n"
ROW = "2022-03,2022-03,export,CHN,PRK,USD,57034000,China customs,2022-04-20\n"
TEXT = (
    "China's exports to North Korea came to ${} million in March 2022, Chinese customs data showed."
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One month of a tidy file."""
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + ROW, encoding="utf-8")
    return path


def test_a_file_of_ones_own_agrees(file: Path) -> None:
    """A figure that rounds to the file's is held by it."""
    (row,) = nk.check(TEXT.format("57.03"), against=file).checked[0].witnesses
    assert row.holds is True


def test_a_file_of_ones_own_disagrees(file: Path) -> None:
    """A figure with digits exchanged cannot be what the same office counted."""
    report = nk.check(TEXT.format("75.03"), against=file)
    (row,) = [one for one in report.checked[0].witnesses if not one.road]
    assert (row.holds, row.severity) == (False, Severity.ERROR)
    assert report.exit_status() == 1


def test_a_file_that_is_no_baseline_says_so(tmp_path: Path) -> None:
    """Neither a tidy file nor a customs file: both readers say what they miss."""
    path = tmp_path / "prose.csv"
    path.write_text("to be,or not to be\nthat,is\n", encoding="utf-8")
    with pytest.raises(LedgerError, match="as a customs file"):
        nk.check(TEXT.format("57.03"), against=path)


def test_texts_given_together_keep_apart() -> None:
    """Two texts are two documents with ids of their own."""
    texts = [TEXT.format("57.03"), TEXT.format("75.03")]
    assert [one.document.id for one in nk.check(texts, against="none").checked] == [
        "text",
        "text-2",
    ]
