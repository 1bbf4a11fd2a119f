"""A table as a reader would write it is a baseline, and what cannot enter is told."""

from pathlib import Path

import pandas as pd
import pytest

import nktrade as nk
from nktrade.checking import LeftOutWarning
from nktrade.errors import LedgerError

ARTICLE = "North Korea's exports to China were $12.955 million in June 2018, customs said."
PLAIN = "period_start,flow,reporter,partner,unit,value\n2018-06,export,PRK,CHN,USD,12965000\n"


@pytest.mark.parametrize(
    "table",
    [
        PLAIN,
        "month,flow,reporter,partner,unit,value\n2018-06,exports,North Korea,China,USD,12965000\n",
        'Month,Flow,Reporter,Partner,Unit,Value\nJun 2018,Exports,PRK,China,USD,"12,965,000"\n',
        "Period,Flow,Reporter,Partner,Unit,Amount\n2018-06,Exports,north korea,CHN,USD,12965000\n",
    ],
)
def test_a_table_is_read_as_people_write_it(tmp_path: Path, table: str) -> None:
    """Headers, flows and countries by their usual words are those of the ledger."""
    file = tmp_path / "mine.csv"
    file.write_text(table, encoding="utf-8")
    found = nk.baseline(file).frame.iloc[0]
    assert (found["flow"], found["reporter"], found["partner"]) == ("export", "PRK", "CHN")
    assert (found["value"], str(found["period_end"].date())) == (12_965_000, "2018-06-30")
    held = nk.check(ARTICLE, against=[file]).baseline
    assert held["low"].notna().all()
    assert len(held) == 1


@pytest.mark.parametrize(
    ("row", "is_so"),
    [
        ("CHN,PRK,USD,210500000,+", True),
        ("PRK,CHN,USD,210500000,-", True),
        ("PRK,CHN,USD,210500000,+", None),
    ],
)
@pytest.mark.parametrize(
    "told", ["North Korea's trade deficit with China", "China's surplus with it"]
)
def test_a_balance_is_the_other_s_with_its_sign_turned(
    tmp_path: Path, row: str, told: str, *, is_so: bool | None
) -> None:
    """What China has over North Korea is what North Korea lacks, from whichever side a table tells it."""
    file = tmp_path / "mine.csv"
    file.write_text(
        f"period_start,flow,reporter,partner,unit,value,sign\n2019-06,balance,{row}\n",
        encoding="utf-8",
    )
    text = f"North Korea traded with China in June 2019. In June 2019 {told} was $210.5 million."
    held = nk.check(text, date="2019-07-20", against=[file]).baseline
    assert [None if one is pd.NA else one for one in held["holds"]] == [is_so]


def test_a_column_of_the_ledger_is_not_taken_for_another(tmp_path: Path) -> None:
    """Where the ledger's own column stands, a column called month is only beside it."""
    file = tmp_path / "mine.csv"
    file.write_text("month," + PLAIN.replace("2018", "June,2018"), encoding="utf-8")
    assert str(nk.baseline(file).frame["period_start"].iloc[0].date()) == "2018-06-01"


def test_rows_that_are_left_out_are_warned_of(tmp_path: Path) -> None:
    """The first is shown with its line and reason, for a silent row is held against nothing."""
    file = tmp_path / "mine.csv"
    file.write_text(f"{PLAIN}2018-06,transit,PRK,CHN,USD,5\n", encoding="utf-8")
    with pytest.warns(LeftOutWarning, match=r"1 of 2 rows .* line 3: flow 'transit' is none of"):
        nk.check(ARTICLE, against=[file])


def test_a_table_without_a_column_is_told_its_own_headers(tmp_path: Path) -> None:
    """The message names the columns as they stand in the file, and shows a whole line."""
    file = tmp_path / "mine.csv"
    file.write_text("Month,flow,reporter,partner,value\n2018-06,export,PRK,CHN,5\n", "utf-8")
    with pytest.raises(
        LedgerError, match=r"found columns Month, flow.*also unit.*CHN,USD,12965000"
    ):
        nk.baseline(file)


def test_semicolons_are_named(tmp_path: Path) -> None:
    """What a spreadsheet saves in half of Europe is told as what it is."""
    file = tmp_path / "mine.csv"
    file.write_text(PLAIN.replace(",", ";"), encoding="utf-8")
    with pytest.raises(LedgerError, match="parted by semicolons, expected commas"):
        nk.baseline(file)
