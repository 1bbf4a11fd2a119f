"""A level of several months beside the months that others printed."""

from pathlib import Path

import pytest

import nktrade as nk

HEAD = "period_start,period_end,flow,reporter,partner,commodity,unit,value\n"
MONTHS = {"2016-03": 201_113_457, "2016-08": 336_951_234, "2016-09": 298_117_654}


def months(folder: Path, **more: int) -> Path:
    """China's exports to North Korea in some months of 2016, as a user's file."""
    path = folder / "months.csv"
    rows = {**MONTHS, **more}
    lines = [
        f"{start.split('/')[0]}-01,{start.split('/')[-1]}-28,export,CHN,PRK,all,USD,{value}\n"
        for start, value in rows.items()
    ]
    path.write_text(HEAD + "".join(lines), "utf-8")
    return path


def notes(text: str, against: Path) -> list[str]:
    """What is said of parts, by claim."""
    (one,) = nk.check(text, against=against).checked
    return [entry.claim for entry in one.witnesses if "times within it" in entry.explanation]


YEAR = "January 28, 2018\n\nChina's exports to North Korea in 2016 were $319.2 million."


def test_a_year_less_than_its_months_is_noted(tmp_path: Path) -> None:
    """Three months of one office come to 2.6 times the year: a note, and no error."""
    report = nk.check(YEAR, against=months(tmp_path))
    assert notes(YEAR, months(tmp_path)) == ["c1"]
    assert report.exit_status("warning") == 0
    assert "836,182,345" in report.to_text() or "836.182" in report.to_text()


@pytest.mark.parametrize(
    "text",
    [
        YEAR.replace("319.2", "3,192"),
        YEAR.replace("319.2", "700.5"),
        YEAR.replace("2016", "2015"),
        YEAR.replace("exports to", "imports from"),
        YEAR.replace("exports", "coal exports"),
        YEAR.replace("were $319.2 million", "will be more than $319.2 million"),
    ],
)
def test_what_may_hold_them_is_not(text: str, tmp_path: Path) -> None:
    """More than its months, or less by no more than another count; another time, flow or goods; an open end."""
    assert notes(text, months(tmp_path)) == []


def test_no_month_counts_twice(tmp_path: Path) -> None:
    """A half and a month within it are not added up."""
    twice = {"2016-03/2016-09": 400_113_457}
    path = tmp_path / "months.csv"
    assert months(tmp_path, **twice) == path
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(rows[0] + rows[1] + rows[-1], "utf-8")
    assert notes(YEAR, path) == []
