"""Files and rows that are no ledger: the message says which, where, and what to do."""

from datetime import date
from pathlib import Path

import pytest

from nktrade.errors import LedgerError
from nktrade.ledger.baselines import baseline, source
from nktrade.ledger.ledger import Ledger

HEADER = "period_start,flow,reporter,partner,unit,value\n"


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "mine.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_users_file_is_a_baseline(tmp_path: Path) -> None:
    """Six columns suffice; Namibia's NA stays, thousands of tonnes become tonnes."""
    file = written(tmp_path, HEADER + "2018-06,export,NAM,CHN,kt,1.5\n2018,import,PRK,CHN,USD,20\n")
    frame = baseline(file).frame
    assert frame["value"].tolist() == [1500, 20]
    assert frame["document"].tolist() == ["mine", "mine"]
    assert frame["period_end"].dt.date.tolist() == [date(2018, 6, 30), date(2018, 12, 31)]


def test_bad_rows_of_a_users_file_are_set_apart_with_reasons(tmp_path: Path) -> None:
    """A strange area, flow, unit or number keeps a row out, and says so."""
    file = written(
        tmp_path,
        HEADER
        + "2018-06,export,PRK,CHN,USD,1\n"
        + "2018-06,export,NK,CHN,USD,1\n"
        + "2018-06,exprot,PRK,CHN,USD,1\n"
        + "2018-06,export,PRK,CHN,parsec,1\n"
        + '2018-06,export,PRK,CHN,USD,"1,000"\n'
        + "2018-06,export,PRK,CHN,USD,\n"
        + "2018-13,export,PRK,CHN,USD,1\n",
    )
    ledger = baseline(file)
    assert len(ledger) == 1
    for reason, part in zip(
        ledger.rejected["reason"],
        [
            "area 'NK'",
            "flow 'exprot'",
            "unit 'parsec'",
            "digits '1,000'",
            "no digits",
            "period '2018-13'",
        ],
        strict=True,
    ):
        assert part in reason


def test_an_unknown_baseline_names_the_nearest() -> None:
    """A slip in a name is answered with the one meant."""
    with pytest.raises(LedgerError, match="did you mean 'china_customs'"):
        baseline("china_custom")
    with pytest.raises(LedgerError, match="did you mean 'un_1718'"):
        source("un_1781")


def test_a_file_without_the_columns_shows_its_header(tmp_path: Path) -> None:
    """The columns found and the columns lacking are both named."""
    file = written(tmp_path, "month,amount\n2018-06,1\n")
    with pytest.raises(
        LedgerError,
        match=r"found columns month, amount, expected also flow, reporter, partner, unit",
    ):
        baseline(file)


def test_a_ragged_line_is_named(tmp_path: Path) -> None:
    """A comma too many would shift columns silently."""
    file = written(tmp_path, HEADER + "2018-06,export,PRK,CHN,USD,1,000\n")
    with pytest.raises(LedgerError, match=r"mine.csv:2: found 7 cells, expected 6"):
        baseline(file)


def test_one_claim_cannot_say_two_things(tmp_path: Path) -> None:
    """Two files of one name and different rows do not join."""
    one = baseline(written(tmp_path, HEADER + "2018-06,export,PRK,CHN,USD,1\n"))
    other = baseline(written(tmp_path, HEADER + "2018-06,export,PRK,CHN,USD,2\n"))
    with pytest.raises(LedgerError, match="claim 2 of mine: found two different rows"):
        _ = one + other


def test_a_frame_that_breaks_the_schema_is_named() -> None:
    """Row, column, found and expected stand in the message."""
    frame = baseline("russia_customs").frame
    frame.loc[3, "flow"] = "transit"
    with pytest.raises(LedgerError, match=r"row 3, column flow: found 'transit', expected one of"):
        Ledger(frame, Ledger.empty().rejected).validated()
