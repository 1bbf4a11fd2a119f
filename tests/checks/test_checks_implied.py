"""What follows from the figures of a text, each with its assumptions.

Source of the figures: UN Panel of Experts, report of March 2020, as printed by Kyodo and Jiji
(3.7 million tonnes of coal, 370 million dollars, January to August 2019; 1 million tonnes of sand,
22 million dollars); prices of coal by Chinese customs, 47 to 93 dollars a tonne in 2010-2017.
"""

from fractions import Fraction
from typing import Any

import pytest
from told import claim, reading

from nktrade.checks.implied import implied
from nktrade.checks.unit_values import beside_prices
from nktrade.core.amount import Amount
from nktrade.core.claims import Claim
from nktrade.core.codes import Approx, Flow, Kind, Severity, Standing
from nktrade.core.findings import Implied

WHEN = "2019-01/2019-08"
COAL = claim("c1", "3.7", "t", WHEN, scale=10**6)
WORTH = claim("c2", "370", "USD", WHEN, scale=10**6)


def follows(*told: Claim, suspects: frozenset[str] = frozenset()) -> dict[str, Implied]:
    return {one.cell: one for one in implied(reading(*told), suspects)}


def prices(*told: Claim) -> list[Implied]:
    """What a tonne cost."""
    return [one for name, one in follows(*told).items() if name.endswith("USD/t")]


def test_a_day_and_a_month_have_no_rate_of_their_own() -> None:
    """Ships of one day are no ships a day, and tonnes of one month no tonnes a month."""
    ships = {"commodity": "ships"}
    one_day = claim("c1", "12", "count", "2019-08-01", **ships)
    two_days = claim("c1", "12", "count", "2019-08-01/2019-08-02", **ships)
    one_month = claim("c1", "3.7", "t", "2019-08", scale=10**6, commodity="sand")
    assert [follows(one) for one in (one_day, one_month)] == [{}, {}]
    (found,) = follows(two_days).values()
    assert Fraction(6) in found.interval
    assert Fraction(12) not in found.interval


def test_coal_at_a_hundred_dollars_is_in_its_range() -> None:
    """370 million dollars over 3.7 million tonnes is some 100 dollars a tonne, as sourced prices are."""
    price = follows(COAL, WORTH)["export PRK > CHN coal 2019-01/2019-08 USD/t"]
    assert Fraction(100) in price.interval
    assert price.claims == ("c2", "c1")
    (held,) = beside_prices([COAL, WORTH])
    assert (held.holds, held.severity) == (True, None)


def test_sand_at_22_dollars_is_beside_no_other_price() -> None:
    """The one sourced price of sand is that very print, and a print is no witness for itself."""
    sand = {"commodity": "sand"}
    told = [
        claim("c1", "1", "t", "2019", scale=10**6, **sand),
        claim("c2", "22", "USD", "2019", scale=10**6, **sand),
    ]
    price = follows(*told)["export PRK > CHN sand 2019 USD/t"]
    assert Fraction(22) in price.interval
    assert "no other sourced price is held" in price.assumptions
    assert beside_prices(told) == ()


@pytest.mark.parametrize(("tonnes", "times"), [("0.37", "10"), ("0.037", "100"), ("37", "10")])
def test_a_price_a_power_of_ten_off_is_a_note(tonnes: str, times: str) -> None:
    """A point one place off in the quantity leaves a price ten times off: soft evidence, no error."""
    (held,) = beside_prices([claim("c1", tonnes, "t", WHEN, scale=10**6), WORTH])
    assert (held.holds, held.severity, held.verdict) == (None, Severity.NOTE, None)
    assert f"near {times} times" in held.explanation


def test_a_value_meets_the_quantity_that_stands_beside_it() -> None:
    """Of two quantities of one flow the nearer in the sentence is meant; of none apart any."""
    part = claim("c3", "2.8", "t", WHEN, scale=10**6, sentence=1)
    assert [one.claims for one in prices(COAL, WORTH, part)] == [("c2", "c1")]
    apart = claim("c1", "3.7", "t", WHEN, scale=10**6, sentence=2)
    assert prices(apart, WORTH, part) == []


def test_the_only_value_and_quantity_of_a_flow_make_its_price_from_afar() -> None:
    """Three sentences apart, and nothing else that either could belong to."""
    far = claim("c1", "3.7", "t", WHEN, scale=10**6, sentence=4)
    assert [one.claims for one in prices(far, WORTH)] == [("c2", "c1")]


def test_each_value_of_a_sentence_meets_the_quantity_beside_it() -> None:
    """3.7 million tonnes for 370 million dollars, and 1.2 million tonnes for 120 million."""
    told = [
        claim(f"c{number}", digits, unit, WHEN, scale=10**6, start=start)
        for number, (digits, unit, start) in enumerate(
            [("3.7", "t", 10), ("370", "USD", 30), ("1.2", "t", 80), ("120", "USD", 100)], start=1
        )
    ]
    held = [dict(one.args) for one in beside_prices(told)]
    assert held == [
        {"value": ("c2",), "quantity": ("c1",)},
        {"value": ("c4",), "quantity": ("c3",)},
    ]


@pytest.mark.parametrize(
    ("approx", "words"),
    [(Approx.MORE_THAN, "makes at least 98.67"), (Approx.LESS_THAN, "makes at most 101.4")],
)
def test_a_price_with_one_end_is_told_with_it(approx: Approx, words: str) -> None:
    """More than 370 million dollars is at least so much a tonne, and less than that at most."""
    told = Amount(digits="370", scale=Fraction(10**6), approx=approx)
    (held,) = beside_prices([COAL, claim("c2", "370", "USD", WHEN, amount=told)])
    assert words in held.explanation


@pytest.mark.parametrize(
    "known",
    [
        {"commodity": "all"},
        {"standing": Standing.FORECAST},
        {"unit": "vehicles of no known unit"},
    ],
)
def test_no_price_follows_from_what_is_no_amount_of_goods(known: dict[str, Any]) -> None:
    """All goods together, forecasts and unknown units have no price."""
    told = claim("c1", **({"digits": "3700000", "unit": "t", "when": WHEN} | known))
    assert beside_prices([told, WORTH]) == ()


def test_a_figure_printed_twice_makes_one_price() -> None:
    """The quantity beside the value may be the second print of one in another sentence."""
    again = claim("c3", "3.7", "t", WHEN, scale=10**6, sentence=4, repeats="c1")
    assert [one.claims for one in prices(COAL, WORTH, again)] == [("c2", "c1")]
    first = claim("c1", "3.7", "t", WHEN, scale=10**6, repeats="c3")
    (held,) = beside_prices([first, WORTH, claim("c3", "3.7", "t", WHEN, scale=10**6, sentence=4)])
    assert held.holds is True


def test_eight_months_of_coal_are_462_thousand_tonnes_a_month() -> None:
    """3.7 million tonnes over eight months, as wide as the print."""
    monthly = follows(COAL)["export PRK > CHN coal 2019-01/2019-08 t/month"]
    assert (monthly.interval.low, monthly.interval.high) == (456_250, 468_750)
    assert monthly.assumptions == ("as much in every month",)


def test_370_voyages_in_eight_months_are_one_and_a_half_a_day() -> None:
    """370 voyages over 243 days; what the text supposes stays a supposition."""
    voyages = claim("c1", "370", "count", WHEN, standing=Standing.HYPOTHETICAL)
    daily = follows(voyages)["export PRK > CHN coal 2019-01/2019-08 count/d"]
    assert daily.interval.low == Fraction(365, 243)
    assert any("supposed" in one for one in daily.assumptions)


def test_exports_and_imports_imply_total_and_balance() -> None:
    """What the text prints is not implied, and nothing follows from a suspect."""
    goods = {"commodity": "all"}
    told = [
        claim("c1", "12.97", "USD", "2018-06", scale=10**6, **goods),
        claim("c2", "204.19", "USD", "2018-06", scale=10**6, flow=Flow.IMPORT, **goods),
    ]
    found = follows(*told)
    assert Fraction(217_160_000) in found["total PRK and CHN all 2018-06 USD"].interval
    assert Fraction(-191_220_000) in found["balance PRK and CHN all 2018-06 USD"].interval
    total = claim("c3", "217.16", "USD", "2018-06", scale=10**6, flow=Flow.TOTAL, **goods)
    assert list(follows(*told, total)) == ["balance PRK and CHN all 2018-06 USD"]
    assert follows(*told, suspects=frozenset({"c2"})) == {}


def test_a_change_implies_the_level_before_it() -> None:
    """204.19 million after a fall of 37.5 percent was some 326.7 million a year before."""
    goods = {"commodity": "all", "flow": Flow.IMPORT}
    level = claim("c1", "204.19", "USD", "2018-06", scale=10**6, **goods)
    fall = claim(
        "c2",
        "37.5",
        "percent",
        "2018-06",
        kind=Kind.CHANGE_PCT,
        sign="-",
        base="year_earlier",
        **goods,
    )
    before = follows(level, fall)["import PRK < CHN all 2017-06 USD"]
    assert Fraction(326_704_000) in before.interval
    printed = claim("c3", "326.85", "USD", "2017-06", scale=10**6, **goods)
    assert follows(level, fall, printed) == {}
    for known in ({"commodity": "coal"}, {"flow": Flow.EXPORT}, {"when": "2018-05"}):
        told: dict[str, Any] = {"when": "2018-06", **goods, **known}
        assert follows(claim("c1", "204.19", "USD", scale=10**6, **told), fall) == {}


def test_a_change_is_of_the_level_of_its_own_sentence() -> None:
    """Of two prints of a month the one beside the rise of 30 percent is the one that rose."""
    goods = {"commodity": "all", "flow": Flow.IMPORT}
    rise = {"kind": Kind.CHANGE_PCT, "sign": "+", "base": "year_earlier"}
    found = follows(
        claim("c1", "130", "USD", "2018-06", scale=10**6, sentence=1, **goods),
        claim("c2", "30", "percent", "2018-06", sentence=1, **rise, **goods),
        claim("c3", "169", "USD", "2018-06", scale=10**6, sentence=4, **goods),
    )
    before = found["import PRK < CHN all 2017-06 USD"]
    assert Fraction(100 * 10**6) in before.interval
    assert before.claims == ("c1", "c2")


def test_several_times_a_cap_is_open_above() -> None:
    """Several times 500,000 barrels is at least two and a half times as much."""
    oil = {"flow": Flow.IMPORT, "partner": "WLD", "commodity": "refined petroleum"}
    cap = claim("c1", "500000", "bbl", kind=Kind.CAP, rate="per_year", **oil)
    several = claim("c2", "3", "x", kind=Kind.RATIO, lexical=True, **oil)
    (found,) = implied(reading(cap, several))
    assert (found.interval.low, found.interval.high) == (1_250_000, None)
