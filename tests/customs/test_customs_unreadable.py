"""Which rows that cannot enter lose a figure: what nobody can read is told from what is no figure by its nature."""

from pathlib import Path

import pandas as pd
import pytest
from examples import share
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_files import HEADER, TEXTS, read

from nktrade.customs import read_customs

SOUND = "CHN,PRK,export,2018-06,USD,5000,27\n"


def of_row(folder: Path, row: str) -> "pd.Series[str]":
    """What is said of the one row that cannot stand beside a sound one."""
    rejected = read(folder, HEADER + SOUND + row + "\n").rejected
    assert rejected["line"].tolist() == [3]
    return rejected.iloc[0]


@pytest.mark.parametrize(
    ("row", "printed", "expected"),
    [
        ("CHN,PRK,import,2018-06,USD,12o0,27", "12o0", "a value in digits"),
        ("CHN,PRK,import,2018-06,USD,1.2.3,27", "1.2.3", "a value in digits"),
        ("CHN,PRK,import,2018-06,USD,5 or 6,27", "5 or 6", "a value in digits"),
        ("CHN,PRK,import,2018-06,USD,EUR,27", "EUR", "a value in digits"),
        ("CHN,PRK,exprot,2018-06,USD,5,27", "exprot", "one of these words"),
        ("CHN,PRK,,2018-06,USD,5,27", None, "one of these words"),
        ("CHN,PRK,import,2018-13,USD,5,27", "2018-13", "a period such as"),
        ("CHN,PRK,import,43252,USD,5,27", "43252", "a period such as"),
        ("CHN,PRK,import,2018-06-14,USD,5,27", "2018-06-14", "a month or a year"),
        ("CHN,Atlantis,import,2018-06,USD,5,27", "Atlantis", "a partner by a name"),
        ("Chnia,PRK,import,2018-06,USD,5,27", "Chnia", "a reporter by a name"),
        ("CHN,PRK,import,2018-06,parsec,5,27", "parsec", "a unit such as"),
        ("CHN,PRK,import,2018-06,,5,27", None, "a unit such as"),
        ("CHN,PRK,import,2018-06,USD,12,000,27", None, "a cell for each column"),
        ("CHN,PRK,import,2018-06,USD", None, "a cell for each column"),
    ],
)
def test_a_row_that_nobody_can_read_says_what_was_expected(
    row: str, printed: str | None, expected: str, tmp_path: Path
) -> None:
    """A slip of the pen in any cell of a figure's row: the cell as printed, and what could be read there."""
    found = of_row(tmp_path, row)
    assert (None if pd.isna(found["printed"]) else found["printed"]) == printed
    assert found["expected"].startswith(expected)


@pytest.mark.parametrize(
    "row",
    [
        "CHN,PRK,import,2018-06,USD,-5,27",
        "CHN,PRK,import,2018-06,USD,,27",
        "CHN,PRK,import,2018-06,USD,NA,27",
        "CHN,PRK,import,2018-06,USD,-,27",
        "CHN,PRK,import,2018-06,USD,...,27",
        "CHN,PRK,import,2018-06,USD,n.a.,27",
        "CHN,PRK,import,2018-06,USD,(c),27",
        "CHN,PRK,import,2018-06,USD,Confidential,27",
        "CHN,PRK,import,2018-06,USD,保密,27",
        "CHN,Grand total,import,2018-06,USD,5000,27",
        ",,,2018-06,USD,5000,",
        "Source: General Administration of Customs; downloaded on 23 July 2018,,,,,,",
        "Source: General Administration of Customs; downloaded on 23 July 2018",
        "Source: customs, downloaded on 23 July 2018",
        "Asia,Atlantis,,,,,",
        "reporter,partner,flow,period,unit,value,code",
        SOUND.strip(),
    ],
)
def test_a_row_that_is_no_figure_loses_none(row: str, tmp_path: Path) -> None:
    """Corrections, blanks and signs for none, totals, notes, headings and repeats: nothing was expected of them."""
    assert pd.isna(of_row(tmp_path, row)["expected"])


def test_two_values_of_one_number_are_lost_and_one_told_twice_is_not(tmp_path: Path) -> None:
    """BACI gives one row to a number."""
    rows = "2018,156,408,271019,12.5,20\n2018,156,408,271019,{},20.0\n"
    unlike, alike = (read(tmp_path, "t,i,j,k,v,q\n" + rows.format(one)) for one in ("13.5", "12.5"))
    assert unlike.rejected["expected"].str.startswith("one row to a number").tolist() == [True] * 2
    assert alike.rejected["expected"].isna().tolist() == [True]


def test_the_figures_below_another_header_are_lost_and_the_header_is_not(tmp_path: Path) -> None:
    """A second table with other columns is set apart whole."""
    other = "reporter,partner,flow,year,unit,value,code\nCHN,PRK,import,2018,USD,5,27\n"
    rejected = read(tmp_path, HEADER + SOUND + other).rejected
    assert rejected["expected"].fillna("").tolist() == ["", "one table"]


def test_a_quantity_of_an_unknown_unit_alone_is_lost(tmp_path: Path) -> None:
    """Beside a value it is a note of the row, for the row has a figure."""
    header = "reporter,partner,flow,period,quantity,quantity_unit,code"
    row = "CHN,PRK,export,2018-06,1200,{},27"
    bare = read(tmp_path, f"{header}\n{row.format('t')}\n{row.format('bucket')}\n")
    assert bare.rejected["printed"].tolist() == ["bucket"]
    assert bare.rejected["expected"].str.startswith("a unit of quantity").all()
    valued = read(tmp_path, f"{header},unit,value\n{row.format('bucket')},USD,5\n")
    assert (len(valued), len(valued.rejected)) == (1, 0)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_publisher_s_own_file_loses_nothing_but_what_it_says_twice(
    name: str, tmp_path: Path
) -> None:
    """What publishers set apart themselves, totals and months to come, is no warning."""
    given_flow = {"flow": "import"} if name == "gacc_query" else {}
    file = tmp_path / "file"
    file.write_bytes(TEXTS[name].encode("utf-8-sig"))
    lost = read_customs(file, given=given_flow).rejected.dropna(subset=["expected"])
    assert lost["reason"].str.contains("stands twice and says two things").all()
    assert len(lost) == (name == "comext_sdmx")


@settings(parent=share(0.3))
@given(
    digits=st.integers(10, 10**9).map(str),
    at=st.integers(0, 8),
    slip=st.sampled_from("oOlI|SBZg?;:"),
)
def test_a_letter_among_digits_is_never_passed_over(
    tmp_path_factory: pytest.TempPathFactory, digits: str, at: int, slip: str
) -> None:
    """Whatever letter stands in whatever place: the row is lost, and its cell is told as it is printed."""
    place = 1 + at % (len(digits) - 1)
    printed = digits[:place] + slip + digits[place:]
    found = of_row(tmp_path_factory.mktemp("slip"), f"CHN,PRK,import,2018-06,USD,{printed},27")
    assert (found["printed"], pd.isna(found["expected"])) == (printed, False)
