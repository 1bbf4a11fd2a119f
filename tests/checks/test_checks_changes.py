"""Which levels a difference, a percentage or a multiple is held to, and which it parts."""

from typing import Any

import pytest
from june_amounts import told
from told import errors, failing

import nktrade as nk
from nktrade.core.codes import Flow, Kind


def test_a_deficit_grows_by_its_size() -> None:
    """From 61.9 to 62.2 billion a deficit is up 0.3 billion, and nothing is wrong."""
    deficit: dict[str, Any] = {"flow": Flow.BALANCE, "sign": "-", "scale": 10**9}
    new = told("c1", "62.2", **deficit)
    old = told("c2", "61.9", when="2018-05", **deficit)
    change = told(
        "c3", "0.3", Flow.BALANCE, kind=Kind.CHANGE_ABS, sign="+", base="month_earlier", scale=10**9
    )
    assert failing(new, old, change) == set()


def test_a_difference_meets_its_percentage() -> None:
    """Down by 415.3 to 772.4 million is a fall of 35 percent, not of 53."""
    base = {"sign": "-", "base": "year_earlier"}
    new = told("c1", "772.4", Flow.EXPORT)
    change = told("c2", "415.3", Flow.EXPORT, kind=Kind.CHANGE_ABS, **base)
    percent = {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1}
    assert failing(new, change, told("c3", "35.0", Flow.EXPORT, **base | percent)) == set()
    assert {
        name for name, _ in failing(new, change, told("c3", "53.0", Flow.EXPORT, **base | percent))
    } == {"difference in percent"}


@pytest.mark.parametrize(
    "text",
    [
        "China's trade deficit with Russia narrowed 10 percent, or by $5 million, to $45 million in May 2014.",
        "China's trade deficit with Russia grew 10 percent, or by $4.1 million, to $45 million in May 2014.",
        "China's trade surplus with Russia narrowed 10 percent, or by $5 million, to $45 million in May 2014.",
        (
            "China's trade deficit with Russia in May 2014 was $45 million, down 10 percent from a year earlier. Exports "
            "were $55 million and imports $100 million. The deficit fell by $5 million from a year earlier."
        ),
    ],
)
def test_a_balance_is_changed_by_its_size(text: str) -> None:
    """A deficit of 50 million less 5 is a tenth less, whatever its sign."""
    assert errors(text) == []


def test_a_balance_that_no_size_saves_is_an_error() -> None:
    """From 50 to 45 million is a tenth, not 40 percent."""
    text = "China's trade deficit with Russia narrowed 40 percent, or by $5 million, to $45 million in May 2014."
    assert errors(text) == ["difference in percent"]


def test_changes_on_the_year_and_on_the_month_never_meet() -> None:
    """Down by 415.3 to 772.4 million from the year before may be 53 percent from the month before."""
    base: dict[str, Any] = {"flow": Flow.EXPORT, "sign": "-"}
    new = told("c1", "772.4", Flow.EXPORT)
    change = told("c2", "415.3", **base, kind=Kind.CHANGE_ABS, base="year_earlier")
    percent = {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1, "base": "month_earlier"}
    assert failing(new, change, told("c3", "53.0", **base | percent)) == set()


@pytest.mark.parametrize(("percent", "expected"), [("20", []), ("40", ["change"])])
def test_a_change_without_any_time_is_one_between_the_two_levels_of_its_sentence(
    percent: str, expected: list[str]
) -> None:
    """From 100.3 to 120.4 million is a rise of 20 percent, whenever it was."""
    text = f"China's exports to North Korea rose {percent} percent to $120.4 million from $100.3 million."
    (checked,) = nk.check(text, against="none").checked
    assert [one.check for one in checked.relations] == ["change"]
    assert errors(text) == expected


@pytest.mark.parametrize(
    "told",
    [
        "rose 12 percent to $448 million from $400 million",
        "rose 12 percent from $400 million to $448 million",
        "fell from $400 million to $300 million, a drop of 25 percent",
        "fell by a quarter, from $400 million to $300 million",
        "doubled from $400 million to $800 million",
        "halved from $400 million to $200 million",
    ],
)
def test_round_levels_without_any_time_may_stand_in_either_order(told: str) -> None:
    """400 million may be as much as 448 million, which does not make one of the two the other's print."""
    text = f"Imports {told}."
    (checked,) = nk.check(text, against="none").checked
    assert [one.holds for one in checked.relations if one.check in {"change", "multiple"}] == [True]
    assert not any(one.severity for one in checked.relations)


@pytest.mark.parametrize(
    ("told", "new"),
    [
        ("fell by 55 percent from $400.0 million to $300.0 million", "$300.0 million"),
        ("rose by 55 percent to $500.0 million from $400.0 million", "$500.0 million"),
        ("doubled from $400.0 million to $500.0 million", "$500.0 million"),
        ("halved from $400.0 million to $350.0 million", "$350.0 million"),
    ],
)
def test_a_change_that_fails_is_shown_in_its_own_direction(told: str, new: str) -> None:
    """What fell ends with the smaller amount, in whatever order the two are told."""
    (checked,) = nk.check(f"Imports {told}.", against="none").checked
    (failed,) = (one for one in checked.relations if one.holds is False)
    (cell,) = dict(failed.args)["new"]
    assert {one.id: one.figure.surface for one in checked.reading.claims}[cell] == new


@pytest.mark.parametrize("digits", [("20.0", "21.7"), ("21.7", "20.0")])
def test_two_rates_of_one_change_are_alternatives(digits: tuple[str, str]) -> None:
    """From 100.3 to 120.4 million one of them is right, whichever opens the text."""
    rise = {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1, "base": "year_earlier"}
    rates = [
        told(name, one, Flow.EXPORT, **rise, sentence=at)
        for name, one, at in zip(("c1", "c4"), digits, (0, 1), strict=True)
    ]
    levels = told("c2", "100.3", Flow.EXPORT, when="2017-06"), told("c3", "120.4", Flow.EXPORT)
    assert failing(rates[0], *levels, rates[1]) == set()


def test_a_rounded_level_binds_its_difference_and_its_percent() -> None:
    """Up 6.4 billion to 190 billion is 3.5 percent and not 5.3, though 190 may be 185 to 195."""
    base = {"base": "year_earlier", "sign": "+", "scale": 10**9}
    new = told("c1", "190", Flow.EXPORT, scale=10**9)
    change = told("c2", "6.4", Flow.EXPORT, kind=Kind.CHANGE_ABS, **base)
    percent = base | {"kind": Kind.CHANGE_PCT, "unit": "percent", "scale": 1}
    assert failing(new, change, told("c3", "3.5", Flow.EXPORT, **percent)) == set()
    assert failing(new, change, told("c3", "5.3", Flow.EXPORT, **percent)) != set()


def test_a_rise_is_told_of_tonnes_or_of_dollars() -> None:
    """3.3-fold is true of the tonnes of its sentence, so it says nothing of the dollars there."""
    coal = {"commodity": "coal", "flow": Flow.IMPORT}
    amounts = [
        told("c1", "3.6", unit="t", when="2017-06", **coal),
        told("c2", "11.8", unit="t", **coal),
        told("c3", "206.0", when="2017-06", **coal),
        told("c4", "1190.0", **coal),
    ]
    fold = {"kind": Kind.RATIO, "unit": "x", "scale": 1, "base": "year_earlier"}
    assert failing(*amounts, told("c5", "3.3", **coal | fold)) == set()
    assert failing(*amounts, told("c5", "7.7", **coal | fold)) != set()


def test_a_printed_change_parts_a_level_from_the_one_before() -> None:
    """153 in the headline, 103 in the body, and a rise of 49 percent: the body tells the year before."""
    head = told("c1", "153", Flow.EXPORT)
    body = told("c2", "103", Flow.EXPORT, sentence=2)
    rise = told("c3", "49", Flow.EXPORT, kind=Kind.CHANGE_PCT, unit="percent", scale=1, sentence=2)
    assert failing(head, body) == {("told twice", frozenset({"c1", "c2"}))}
    assert failing(head, body, rise) == set()


OPEN = ("more than", "at least", "over")


@pytest.mark.parametrize("hedge", OPEN)
@pytest.mark.parametrize(("fall", "expected"), [("50", ["told twice"]), ("38", []), ("35", [])])
def test_an_open_level_reaches_a_tenth_beyond_its_number(
    hedge: str, fall: str, expected: list[str]
) -> None:
    """More than 181.7 is not 237: a fall of 38 percent leads from it to 118.7, and one by half does not."""
    text = (
        f"China's exports to North Korea were {hedge} $181.7 million in May 2021, down {fall} percent from May 2020. "
        "China's exports to North Korea came to $118.7 million in May 2021."
    )
    assert errors(text) == expected


@pytest.mark.parametrize(
    ("total", "expected"), [("10.0", []), ("9.9", []), ("30.0", ["growth"]), ("-10.0", ["growth"])]
)
def test_a_total_grows_as_its_parts_do(total: str, expected: list[str]) -> None:
    """Exports and imports of 100 million each, up ten percent, were 181.8 a year before: so was the total."""
    rose = f"fell {total[1:]}" if total.startswith("-") else f"rose {total}"
    text = (
        "In May 2021 China's exports to North Korea rose 10.0 percent from a year earlier to $100.0 million, its imports from "
        "North Korea rose 10.0 percent from a year earlier to $100.0 million, and their trade "
        f"{rose} percent from a year earlier to $200.0 million."
    )
    assert errors(text) == expected
