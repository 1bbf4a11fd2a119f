"""What was printed long after its period may be a revision, of which no baseline knows yet."""

from pathlib import Path

import pytest

import nktrade as nk

SAID = (
    "China's customs said its trade with North Korea was worth $486.7 million in the first "
    "quarter of 2023."
)
"""Printed as 485.85 million on 18 April 2023."""
OFFICES = ("291000000,KOTRA", "322000000,KITA")


def test_what_lay_ahead_of_a_text_is_not_what_it_means() -> None:
    """12.955 million dollars were China's imports of another month three years on: a text of 2018 has a slip."""
    text = "China's customs said imports from North Korea came to $12.955 million in June 2018."
    held = nk.check(text, date="2018-07-25").baseline
    assert "error" in set(held["severity"].dropna())
    later = nk.check(text, date="2021-07-25").baseline
    assert "error" not in set(later["severity"].dropna())


@pytest.mark.parametrize("day", ["2023-01-10", "2023-06-30"])
def test_what_is_no_vintage_is_not_called_a_revision(day: str) -> None:
    """A thousandth of every earlier print is another number: one note, and no word of revisions."""
    text = "North Korea's trade with China came to $1.03 million in 2022, its trade ministry said."
    held = nk.check(text, date=day).baseline
    assert held["verdict"].dropna().unique().tolist() == ["not decided"]
    assert held["severity"].dropna().tolist() == ["note"]


@pytest.mark.parametrize(("day", "severity"), [("2023-04-19", "error"), ("2024-04-18", "note")])
def test_a_small_difference_a_year_later_is_no_error(day: str, severity: str) -> None:
    """Beside a first print a first print is wrong, a print of next year may be revised."""
    held = nk.check(SAID, date=day).baseline
    assert held["severity"].dropna().tolist() == [severity]


def test_a_print_without_a_date_is_not_called_a_revision(tmp_path: Path) -> None:
    """Two offices have two numbers, nobody says since when: the other one is another print and no more."""
    rows = (f"2013-01-01,2013-12-31,export,PRK,CHN,all,USD,{one}\n" for one in OFFICES)
    head = "period_start,period_end,flow,reporter,partner,commodity,unit,value,compiler\n"
    file = tmp_path / "mine.csv"
    file.write_text(head + "".join(rows), encoding="utf-8")
    text = "North Korea's exports to China were $291 million in 2013, KOTRA said."
    held = nk.check(text, date="2013-06-01", against=str(file)).baseline
    shown = held.set_index("compiler")[["holds", "verdict", "severity"]].astype(object)
    shown = shown.where(shown.notna(), None)
    assert shown.loc["KOTRA"].tolist() == [True, None, None]
    assert shown.loc["KITA"].tolist() == [None, "not decided", None]
