"""A tidy ledger is checked as a text is: its rows are claims, and a finding stands on its line."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nktrade as nk
from nktrade.core.documents import Document
from nktrade.errors import DocumentError, LedgerError
from nktrade.tidy import is_tidy, read_tidy

HEADER = "period_start,flow,reporter,partner,unit,value"
TRUE = ("2018-06,export,PRK,CHN,USD,12965", "2018-06,import,PRK,CHN,USD,204193")
SUM = "2018-06,total,PRK,CHN,USD,217158"


def ledger(*rows: str, header: str = HEADER) -> Document:
    return nk.load("\n".join((header, *rows)).encode(), name="ledger")


def written(folder: Path, *rows: str) -> Path:
    file = folder / "ledger.csv"
    file.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return file


def test_rows_that_add_up_are_not_accused(tmp_path: Path) -> None:
    """A consistent ledger has no finding."""
    assert nk.check(written(tmp_path, *TRUE, SUM), against="none").findings.empty


def test_a_false_total_stands_on_its_line(tmp_path: Path) -> None:
    """The finding names the file and a line of the ledger."""
    report = nk.check(written(tmp_path, *TRUE, SUM.replace("217", "271")), against="none")
    assert report.findings.loc[0, "check"] == "total"
    assert f"{tmp_path / 'ledger.csv'}:" in report.explain(0)
    assert "| 2018-06,total,PRK,CHN,USD,271158" in report.explain(0)


def test_a_table_is_checked_as_people_write_it(tmp_path: Path) -> None:
    """Headers, months, flows, countries and thousands by their usual words are those of a ledger."""
    said = (
        "Month,Flow,Reporter,Partner,Unit,Amount",
        'Jun 2018,Exports,North Korea,China,USD,"12,965,000"',
        'June 2018,Imports,North Korea,China,USD,"204,193,000"',
        'june 2018,Total trade,DPRK,China,USD,"271,158,000"',
    )
    file = tmp_path / "table.csv"
    file.write_text("\n".join(said).replace("DPRK", "North Korea"), encoding="utf-8")
    report = nk.check(file, against="none")
    assert report.findings["check"].tolist() == ["total"]
    assert "271,158,000" in report.explain(0)


@pytest.mark.parametrize("amount", ['"1,234"', "1.234.567", '"12,34"'])
def test_an_amount_of_two_meanings_is_asked_for(amount: str) -> None:
    """1,234 may be one and a bit."""
    with pytest.raises(LedgerError, match="expected a plain number such as 12955000"):
        read_tidy(ledger(f"2018-06,export,PRK,CHN,USD,{amount}"))


def test_a_table_that_lacks_a_column_is_told_so() -> None:
    """A table read as prose would look like one with nothing wrong."""
    table = ledger("2018-06,export,PRK,CHN,5", header="Month,Flow,Reporter,Partner,Value")
    assert is_tidy(table)
    with pytest.raises(LedgerError, match=r"ledger:1: found columns Month.*expected also unit;"):
        read_tidy(table)


def test_a_row_that_cannot_be_read_makes_the_ledger_unread(tmp_path: Path) -> None:
    """A mistyped word is named with its line and the nearest word; nothing is passed over."""
    ledger = written(tmp_path, *TRUE, SUM.replace("total", "totl"))
    report = nk.check([ledger], against="none")
    assert not report.checked
    assert "ledger.csv:4: flow: found 'totl'" in report.unread[0].reason
    assert "'total'" in report.unread[0].reason


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2018-13,export,PRK,CHN,USD,1", "period_start: found '2018-13'"),
        ("2018-06,export,XXQ,CHN,USD,1", "reporter: found 'XXQ'"),
        ("2018-06,export,PRK,CHN,UDS,1", "unit 'UDS'"),
        ("2018-06,export,PRK,CHN,USD,1e999999999", "value: found '1e999999999'"),
        ("2018-06,export,PRK,CHN,USD," + "9" * 50, "value: found"),
        ("2018-06,export,PRK,CHN,USD", "found 5 cells, expected 6"),
        ("2018-06,export,PRK,CHN,USD,1,234", "found 7 cells, expected 6"),
    ],
)
def test_a_wrong_cell_is_named(row: str, said: str) -> None:
    """Every message has the line, what was found and what to do."""
    with pytest.raises(LedgerError, match="ledger:2: ") as caught:
        read_tidy(ledger(row))
    assert said in str(caught.value)


def test_quoted_cells_and_blank_lines_are_read() -> None:
    """Quotes may hold commas and quotes; blank lines are no rows; ids are line numbers."""
    document = ledger('2018-06,export,PRK,CHN,USD,"12"', "", '2018-06,import,PRK,CHN,"USD",7')
    assert [(one.figure.surface, one.value) for one in read_tidy(document).claims] == [
        ('"12"', 12),
        ("7", 7),
    ]
    assert is_tidy(ledger(header=HEADER + ',"a ""b"", c"'))


def test_prose_and_other_tables_are_no_ledgers() -> None:
    """Only the whole header makes a ledger."""
    assert not is_tidy(Document(id="a", text="period_start is a word, flow another, and value too"))
    assert not is_tidy(Document(id="a", text=""))


@given(st.text(alphabet='a",\n\r 1period_start\ufeff', max_size=200))
def test_any_rows_end_in_claims_or_a_named_error(rows: str) -> None:
    """No row crashes the reader, and every figure is the text at its place."""
    document = ledger(rows)
    claims = []
    with suppress(LedgerError):
        claims = [one.figure for one in read_tidy(document).claims]
    assert all(document.text[one.start : one.end] == one.surface for one in claims)


def test_a_ledger_parted_by_semicolons_is_told_so(tmp_path: Path) -> None:
    """Its decimal mark may be a comma: it is not read, and the message says how to save it."""
    file = tmp_path / "ledger.csv"
    file.write_text("\n".join((HEADER, *TRUE, SUM)).replace(",", ";"), encoding="utf-8")
    with pytest.raises(DocumentError, match="parted by semicolons, expected commas; save it"):
        nk.check(file, against="none")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_with_other_columns_says_that_no_row_was_read(mark: str) -> None:
    """Its own columns are shown beside those that a ledger has."""
    table = mark.join(("Monat", "Ausfuhr")) + "\n" + mark.join(("2018-06", "12965")) + "\n"
    (note,) = nk.check(nk.load(table.encode()), against="none").checked[0].reading.notes
    assert "no row was read" in note
    assert "Ausfuhr" in note
    assert HEADER in note


@pytest.mark.parametrize("text", ["Nothing, said they, was traded.", "One, two\nand three\n"])
def test_prose_without_figures_is_no_table(text: str) -> None:
    """A text of which nothing was read gets no word on columns."""
    assert nk.check(nk.load(text.encode()), against="none").checked[0].reading.notes == ()
