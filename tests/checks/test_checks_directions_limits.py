"""Statements over time are held against months where months are known, and else said not checkable.

Source: Chinese customs as printed by Reuters, 23 July 2018 (217.16 million dollars of trade in June
2018); returns to the UN 1718 Committee (coal of 2017: nothing in April and May, 1,637,000 tonnes in
August).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from told import claim, reading, statement

from nktrade.checks.directions import ceased_beside_figures, turns
from nktrade.core.claims import Claim, Statement
from nktrade.core.codes import Channel, Flow, Kind, Severity, Verdict
from nktrade.core.findings import Relation
from nktrade.ledger.baselines import baseline
from nktrade.ledger.ledger import Ledger

PUBLISHED = date(2018, 8, 20)
ALL = {"commodity": "all", "flow": Flow.TOTAL}
TOTAL = claim("c1", "217.158", "USD", "2018-06", scale=10**6, start=500, **ALL)


def beside(said: Statement, *claims: Claim, published: date | None = PUBLISHED) -> list[Relation]:
    return list(ceased_beside_figures(reading(said, *claims), published))


def turned(said: Statement, published: date | None = None) -> Relation:
    bases = {name: baseline(name) for name in ("china_customs", "un_1718")}
    (found,) = turns(reading(said), published, bases)
    return found


def test_without_a_baseline_a_statement_over_time_is_not_checkable() -> None:
    """No table, no month: nothing holds and nothing fails."""
    said = statement("s1", "resumed", when="2018-06", **ALL)
    (found,) = turns(reading(said), None, {})
    assert (found.holds, found.severity) == (None, None)


def test_trade_that_has_ceased_beside_217_million_is_a_note() -> None:
    """Nothing is wrong with either; both cannot be meant of one trade."""
    (note,) = beside(statement("s1", "ceased", **ALL), TOTAL)
    assert (note.holds, note.severity, note.verdict) == (None, Severity.NOTE, None)
    assert note.args == (("claims", ("c1",)), ("statements", ("s1",)))
    assert "unless another trade or another time is meant" in note.explanation


@pytest.mark.parametrize(
    "known",
    [
        {"channel": Channel.UNRECORDED},
        {"says": "banned"},
        {"says": "continues"},
        {"reporter": "JPN", "partner": "CHN"},
        {"partner": "RUS"},
        {"commodity": "coal"},
        {"when": "2018-07"},
        {"start": 5000},
    ],
)
def test_other_trade_may_have_ceased(known: dict[str, Any]) -> None:
    """Smuggling, bans, other sides and goods, later months and far passages touch no figure."""
    assert beside(statement("s1", **({"says": "ceased"} | ALL | known)), TOTAL) == []


def test_only_the_latest_figures_are_beside_an_undated_statement() -> None:
    """What was traded before it ceased, or long before the text, says nothing against it."""
    said = statement("s1", "ceased", **ALL)
    before = claim("c2", "300", "USD", "2017-06", scale=10**6, **ALL)
    (note,) = beside(said, TOTAL, before)
    assert dict(note.args)["claims"] == ("c1",)
    assert beside(said, before) == []
    assert len(beside(said, before, published=None)) == 1


def test_a_figure_of_the_same_sentence_is_no_contradiction() -> None:
    """Trade was $217.158 million, the most since the border was shut: one sentence, two times."""
    one = "Trade was 217.158 USD, the most since all trade ceased. So it was told."
    two = "All trade ceased. In June it was 217.158 USD."
    for text, count in ((one, 0), (two, 1)):
        said = statement("s1", "ceased", surface="ceased", start=text.index("ceased"), **ALL)
        total = claim("c1", "217.158", "USD", "2018-06", start=text.index("217"), **ALL)
        assert len(ceased_beside_figures(reading(said, total), PUBLISHED, text)) == count


def test_a_part_that_was_traded_speaks_against_none_of_the_whole() -> None:
    """Exports of coal in June stand against "trade has ceased", not a rise of them, nor against a stop of imports."""
    coal = claim("c1", "5", "USD", "2018-06", start=100)
    assert beside(statement("s1", "ceased", **ALL), coal)
    rise = claim("c1", "5", "USD", "2018-06", start=100, kind=Kind.CHANGE_ABS)
    assert beside(statement("s1", "ceased", **ALL), rise) == []
    imports = statement("s1", "ceased", commodity="all", flow=Flow.IMPORT)
    assert beside(imports, coal) == []


def test_coal_resumed_in_august_2017_after_a_hiatus() -> None:
    """Nothing in April and May, and again in August: the months agree."""
    found = turned(statement("s1", "resumed", "2017-08", partner="WLD"))
    assert (found.holds, found.severity) == (True, None)
    assert "2017-04 0, 2017-05 0, 2017-08 1,637,000" in found.explanation


def test_months_of_nothing_do_not_fit_what_continues() -> None:
    """Coal exports said to continue in May 2017, of which nothing was returned: a note."""
    found = turned(statement("s1", "continues", "2017-05", partner="WLD"))
    assert (found.holds, found.severity, found.verdict) == (None, Severity.NOTE, None)


def test_trade_of_a_month_fits_what_continues_and_not_what_ceased() -> None:
    """All trade with China in June 2018: something in that month and in those after."""
    assert turned(statement("s1", "continues", "2018-06", **ALL)).holds is True
    assert turned(statement("s1", "ceased", "2018-05", **ALL)).severity is Severity.NOTE


def test_a_user_s_own_customs_file_is_asked_too(tmp_path: Path) -> None:
    """Australian coal that China "suspended" in December 2020, against a file of China's imports."""
    file = tmp_path / "customs.csv"
    rows = "".join(f"2021-0{month},import,CHN,AUS,coal,t,0\n" for month in (1, 2, 3))
    file.write_text(
        "period_start,flow,reporter,partner,commodity,unit,value\n" + rows, encoding="utf-8"
    )
    stop = statement("s1", "ceased", "2020-12", flow=Flow.IMPORT, reporter="CHN", partner="AUS")
    (found,) = turns(reading(stop), None, {"own": baseline(file)})
    assert found.holds is True
    seen_from_there = replace(stop, flow=Flow.EXPORT, reporter="AUS", partner="CHN")
    (mirrored,) = turns(reading(seen_from_there), None, {"own": baseline(file)})
    assert mirrored.holds is True


@pytest.mark.parametrize(
    ("known", "is_known"),
    [
        ({"channel": Channel.RECORDED}, True),
        ({"channel": Channel.UNRECORDED}, False),
        ({"channel": Channel.RECORDED, "kind": Kind.CAP}, False),
    ],
)
def test_months_are_known_by_what_was_recorded(known: dict[str, Any], *, is_known: bool) -> None:
    """What was smuggled or allowed stands in no series of trade."""
    months = [claim(f"c{month}", "7", "t", f"2021-0{month}", **known) for month in (1, 2, 3)]
    (found,) = turns(
        reading(statement("s1", "continues", "2021-02")), None, {"own": Ledger.of(months)}
    )
    assert (found.holds is not None) is is_known


def coal_by_month(folder: Path, tons: Mapping[str, int]) -> Mapping[str, Ledger]:
    """A user's file of the North's coal exports to China."""
    rows = "".join(f"{month},export,PRK,CHN,coal,t,{amount}\n" for month, amount in tons.items())
    head = "period_start,flow,reporter,partner,commodity,unit,value\n"
    file = folder / "months.csv"
    file.write_text(head + rows, encoding="utf-8")
    return {"own": baseline(file)}


@pytest.mark.parametrize(("pause", "holds"), [("2017-06", True), ("2017-05", None)])
def test_a_pause_lies_within_the_year_before(tmp_path: Path, pause: str, holds: object) -> None:
    """Coal of June 2018 resumed where a month since June 2017 had none."""
    months = [f"{year}-{month:02}" for year in (2017, 2018) for month in range(1, 13)]
    tons = {month: 0 if month == pause else 901 for month in months}
    said = statement("s1", "resumed", "2018-06")
    (found,) = turns(reading(said), None, coal_by_month(tmp_path, tons))
    assert found.holds is holds


def test_months_before_and_after_stand_beside_a_statement(tmp_path: Path) -> None:
    """A month is told with the four before it and the three after it."""
    tons = {f"2018-{month:02}": 100 + month for month in range(1, 13)}
    said = statement("s1", "continues", "2018-06")
    (found,) = turns(reading(said), None, coal_by_month(tmp_path, tons))
    told = ", ".join(f"2018-{month:02} {100 + month}" for month in range(2, 10))
    assert f"{told} t" in found.explanation


@pytest.mark.parametrize(
    ("says", "before", "year_before", "holds"),
    [
        ("rose", 903, 905, None),
        ("rose", 899, 905, True),
        ("rose", 903, 899, True),
        ("fell", 899, 895, None),
        ("fell", 903, 895, True),
        ("rose", 903, None, None),
    ],
)
def test_a_month_moved_from_the_month_or_the_year_before(
    tmp_path: Path, says: str, before: int, year_before: int | None, *, holds: bool | None
) -> None:
    """901 tons in June: either base may be meant, and both must be known to say that neither fits."""
    tons = {"2018-05": before, "2018-06": 901, "2018-07": 99}
    if year_before is not None:
        tons["2017-06"] = year_before
    (found,) = turns(reading(statement("s1", says, "2018-06")), None, coal_by_month(tmp_path, tons))
    assert found.holds is holds
    assert (found.severity is Severity.NOTE) is (holds is None and year_before is not None)


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"channel": Channel.UNRECORDED, "when": "2018-04"}, "no customs"),
        ({}, "not dated"),
        ({"says": "resumed", "published": date(2018, 8, 20)}, "not dated"),
        ({"when": "2031-04"}, "no baseline has"),
        ({"commodity": "seafood", "when": "2018-04"}, "no baseline has"),
    ],
)
def test_what_no_month_speaks_of_is_not_checkable(known: dict[str, Any], why: str) -> None:
    """Smuggling eliminated by April, undated and unprinted months: not checkable, and said so."""
    told = {"says": "ceased"} | known
    published = told.pop("published", None)
    found = turned(statement("s1", **told), published)
    assert (found.verdict, found.severity, found.holds) == (Verdict.NOT_CHECKABLE, None, None)
    assert why in found.explanation


def test_an_undated_statement_speaks_of_the_day_it_was_printed() -> None:
    """Trade that "continues", printed in June 2018, is held against June 2018."""
    assert turned(statement("s1", "continues", **ALL), date(2018, 6, 20)).holds is True
