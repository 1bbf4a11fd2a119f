"""Statements of two flows fit both of them in one count, do not, or stay open: never an error."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from told import reading, statement

from nktrade.checks.comparisons import Held, compared
from nktrade.checks.directions import turns
from nktrade.checks.series import every_series, printed
from nktrade.core.claims import Statement, Stream
from nktrade.core.codes import Flow, Severity, Verdict
from nktrade.core.period import Period
from nktrade.ledger.baselines import baseline
from nktrade.ledger.ledger import Ledger

HEAD = "period_start,period_end,flow,reporter,partner,commodity,unit,value\n"
COAL = {
    "AUS": {"2020": 907, "2021": 0},
    "PRK": {"2020": 101, "2021": 1203},
    "RUS": {"2020": 509, "2021": 1507},
}
PARTLY = {"VNM": {"2021": 77}, "PRK": COAL["PRK"] | {"2022": 1301}}
"""A country with the later year alone, and a year of the North's alone."""
FROM_NORTH = Stream(flow=Flow.IMPORT, reporter="CHN", partner="PRK", commodity="coal")
FROM_AUSTRALIA = Stream(flow=Flow.IMPORT, reporter="CHN", partner="AUS", commodity="coal")


def file_of(folder: Path, tons: dict[str, dict[str, int]]) -> Ledger:
    """A user's file of China's coal imports by year, as a baseline."""
    rows = [
        f"{when}-01-01,{when}-12-31,import,CHN,{partner},coal,t,{amount}\n"
        for partner, years in tons.items()
        for when, amount in years.items()
    ]
    file = folder / "mine.csv"
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    return baseline(file)


def said(says: str, **known: Any) -> Statement:  # noqa: ANN401 - fields of every type
    """North Korean coal did something to Australian coal on China's market."""
    sides = {"flow": Flow.IMPORT, "reporter": "CHN", "partner": "PRK", "commodity": "coal"}
    other = None if says == "led" else FROM_AUSTRALIA
    return statement("s1", says, "2021", **(sides | {"beside": other} | known))


def held(one: Statement, ledger: Ledger) -> Held:
    """The statement beside the figures of a file."""
    return compared(one, one.period or Period.of("2021"), printed({"mine": ledger}))


def with_(north: tuple[int, int], australia: tuple[int, int]) -> dict[str, dict[str, int]]:
    """Two years of both."""
    both = {"PRK": north, "AUS": australia}
    return {code: {"2020": then, "2021": now} for code, (then, now) in both.items()}


@pytest.mark.parametrize(
    ("says", "north", "australia", "fits"),
    [
        ("replaced", (101, 1203), (907, 0), True),
        ("replaced", (101, 303), (907, 0), None),
        ("eased", (101, 303), (907, 0), True),
        ("replaced", (303, 101), (907, 0), False),
        ("eased", (303, 101), (907, 0), False),
        ("replaced", (101, 1203), (0, 907), False),
        ("overtook", (101, 1203), (907, 1001), True),
        ("overtook", (101, 803), (907, 1001), False),
        ("overtook", (1001, 1203), (907, 0), None),
    ],
)
def test_two_years_of_both_flows_fit_what_is_said_or_do_not(
    tmp_path: Path, says: str, north: tuple[int, int], australia: tuple[int, int], *, fits: bool
) -> None:
    """One rises as the other falls; the larger now was the smaller; a part of the loss stays open."""
    assert held(said(says), file_of(tmp_path, with_(north, australia))).fits is fits


def test_a_part_of_the_loss_is_told_in_percent(tmp_path: Path) -> None:
    """202 more for 907 less: how much "made up for" asks is not said, so it stays open."""
    found = held(said("replaced"), file_of(tmp_path, with_((101, 303), (907, 0))))
    assert "it rose by at most 22 percent of what the other fell by" in found.beside
    assert "imports of coal, CHN from PRK: 2020 101, 2021 303 t" in found.beside


def test_either_of_two_bases_may_be_meant(tmp_path: Path) -> None:
    """Beside the month before it made up for all, beside the year before for a part: it fits."""
    months = {
        "PRK": {"2020-06": 901, "2021-05": 101, "2021-06": 1203},
        "AUS": {"2020-06": 907, "2021-05": 503, "2021-06": 0},
    }
    june = replace(said("replaced"), period=Period.of("2021-06"))
    assert held(june, file_by_month(tmp_path, months)).fits is True
    months["PRK"] |= {"2021-05": 1101}
    found = held(june, file_by_month(tmp_path, months))
    assert found.fits is None
    assert "at most 33 percent" in found.beside  # 302 of 907 in a year, 102 of 503 in a month


def file_by_month(folder: Path, tons: dict[str, dict[str, int]]) -> Ledger:
    """The same by month."""
    rows = [
        f"{month}-01,{month}-{monthrange(*map(int, month.split('-')))[1]},import,CHN,{partner},coal,t,{amount}\n"
        for partner, months in tons.items()
        for month, amount in months.items()
    ]
    file = folder / "months.csv"
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    return baseline(file)


def test_the_largest_is_the_largest_of_all_that_are_printed(tmp_path: Path) -> None:
    """Of three suppliers Russia is the first in 2021; of one alone nothing is said."""
    ledger = file_of(tmp_path, COAL)
    first = held(said("led", partner="RUS"), ledger)
    assert first.fits is True
    assert "the largest other of 2 printed: PRK 1,203" in first.beside
    assert held(said("led"), ledger).fits is False
    alone = file_of(tmp_path, {"RUS": COAL["RUS"]})
    assert held(said("led", partner="RUS"), alone).fits is None


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"beside": None}, "what it took the place of is not said"),
        ({"flow": None}, "whose trade it speaks of is not said"),
        ({"when": "2019"}, "no baseline has both flows of that time (2019)"),
        ({"when": "2020"}, "no baseline has both flows before it"),
        ({"commodity": "wheat"}, "no baseline has both flows"),
        ({"when": "2022"}, "no baseline has both flows of that time (2022)"),
        ({"partner": "VNM"}, "no baseline has both flows before it"),
        ({"partner": "VNM", "when": "2020"}, "no baseline has both flows of that time (2020)"),
    ],
)
def test_what_the_figures_do_not_have_stays_open(
    tmp_path: Path, known: dict[str, Any], why: str
) -> None:
    """An open statement says why, and is no finding against anybody."""
    when = known.pop("when", "2021")
    one = statement(
        "s1",
        "replaced",
        when,
        **(
            {"flow": Flow.IMPORT, "reporter": "CHN", "partner": "PRK", "beside": FROM_AUSTRALIA}
            | known
        ),
    )
    found = held(one, file_of(tmp_path, COAL | PARTLY))
    assert found.fits is None
    assert why in found.beside


def test_of_one_country_s_file_a_buyer_need_not_be_named(tmp_path: Path) -> None:
    """Where only China's imports from both are printed, they are what can be meant."""
    nobody = {"reporter": None, "beside": Stream(flow=Flow.IMPORT, partner="AUS", commodity="coal")}
    found = held(said("replaced", **nobody), file_of(tmp_path, COAL))
    assert (found.fits, "CHN from AUS" in found.beside) == (True, True)


def test_months_make_the_stretch_that_is_spoken_of(tmp_path: Path) -> None:
    """January to March is the sum of its months where no cumulative figure is printed."""
    months = [(year, month) for year in (2020, 2021) for month in (1, 2, 3)]
    rows = "".join(
        f"{year}-{month:02},{year}-{month:02},import,CHN,{code},coal,t,{amount}\n"
        for year, month in months
        for code, amount in (("AUS", 0 if year == 2021 else 51), ("PRK", year - 2000))
    )
    file = tmp_path / "months.csv"
    file.write_text(HEAD + rows, encoding="utf-8")
    one = said("eased", period=Period.of("2021-01/2021-03"))
    found = held(one, baseline(file))
    assert found.fits is True
    assert "2020-01/2020-03 153, 2021-01/2021-03 0 t" in found.beside


def test_two_compilers_are_never_compared(tmp_path: Path) -> None:
    """What one office counted of one flow says nothing beside another's count of the other."""
    file = tmp_path / "two.csv"
    rows = "".join(
        f"{year}-01-01,{year}-12-31,import,CHN,{code},coal,t,{tons},{by}\n"
        for year in (2020, 2021)
        for code, tons, by in (("PRK", 5, "one"), ("AUS", 4, "other"))
    )
    file.write_text(HEAD.replace("value", "value,compiler") + rows, encoding="utf-8")
    assert held(said("overtook"), baseline(file)).fits is None


def test_what_goes_on_is_held_against_the_last_figures_before_its_day(tmp_path: Path) -> None:
    """What "is making up" in March 2022 speaks of 2021; printed in 2023, of nothing that is here."""
    ledger = file_of(tmp_path, COAL)
    undated = said("eased", is_current=True, period=None)
    (found,) = turns(reading(undated), date(2022, 3, 1), {"mine": ledger})
    assert found.holds is True
    (late,) = turns(reading(undated), date(2023, 3, 1), {"mine": ledger})
    assert late.verdict is Verdict.NOT_CHECKABLE
    for day in (date(2021, 12, 31), date(2022, 7, 2)):  # the year's last day, half a year later
        (edge,) = turns(reading(undated), day, {"mine": ledger})
        assert edge.holds is True


def test_no_group_of_countries_is_a_rival(tmp_path: Path) -> None:
    """Russia is the first supplier although the world and a group of countries supply more."""
    groups = {"WLD": {"2021": 90_000}, "EU": {"2021": 80_000}}
    found = held(said("led", partner="RUS"), file_of(tmp_path, COAL | groups))
    assert found.fits is True
    assert "the largest other of 2 printed" in found.beside


def test_what_does_not_fit_is_a_note(tmp_path: Path) -> None:
    """Words without digits are never an error."""
    (found,) = turns(reading(said("led")), None, {"mine": file_of(tmp_path, COAL)})
    assert (found.holds, found.severity, found.verdict) == (None, Severity.NOTE, None)
    assert found.check == "said of two flows"


@pytest.mark.parametrize(
    "untold", [{"flow": None}, {"reporter": None}, {"flow": None, "reporter": None}]
)
def test_a_stream_without_flow_or_reporter_has_no_series(
    tmp_path: Path, untold: dict[str, Any]
) -> None:
    """Nobody's imports are no row's, and what is told of a country's trade is neither of its flows."""
    rows = printed({"mine": file_of(tmp_path, COAL)})
    assert every_series(FROM_NORTH, rows)
    assert every_series(replace(FROM_NORTH, **untold), rows) == {}
