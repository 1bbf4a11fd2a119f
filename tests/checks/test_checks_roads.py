"""Roads lead to a cell over what others printed of its neighbours, never over its own rows.

Source of the figures: China's trade with North Korea as Chinese customs print it, month by month and from January.
"""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from told import claim

from nktrade.checks.roads import Quarry, Stones, roads
from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Kind
from nktrade.core.findings import Print
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.ledger.ledger import Ledger

MILLION = Fraction(10**6)
JUNE = Period.of("2018-06")


def stones(*told: tuple[Flow, str, str, str]) -> Stones:
    """Cells with one print each: flow, period, low, high."""
    return {
        (flow, Period.of(when)): (
            (
                Interval.of(low, high),
                Print(row=f"r{n}", compiler="", origin="", as_of=None, url=""),
            ),
        )
        for n, (flow, when, low, high) in enumerate(told)
    }


def test_a_month_is_the_run_to_its_end_less_the_run_before() -> None:
    """January to June less January to May is June."""
    known = stones(
        (Flow.EXPORT, "2018-01/2018-06", "900", "901"),
        (Flow.EXPORT, "2018-01/2018-05", "700", "702"),
    )
    (road,) = roads((Flow.EXPORT, JUNE), known, ())
    assert (road.interval, len(road.prints)) == (Interval.of(198, 201), 2)
    assert road.words == "export of 2018-01/2018-06 less export of 2018-01/2018-05"


@pytest.mark.parametrize("when", ["2018-01", "2018-01/2018-06", "2017-12/2018-06"])
def test_what_begins_with_the_year_is_no_difference(when: str) -> None:
    """Nothing of the year was counted before it, and the year before is another run."""
    period = Period.of(when)
    known = stones(
        (Flow.EXPORT, f"2018-01/2018-{period.last.month:02}", "900", "901"),
        (Flow.EXPORT, "2017", "700", "702"),
        (Flow.EXPORT, "2017-01/2017-11", "600", "602"),
    )
    assert roads((Flow.EXPORT, period), known, ()) == ()


@pytest.mark.parametrize("total", ["1000.5", "1060"])
def test_of_two_prints_of_a_stone_the_narrower_is_taken(total: str) -> None:
    """Exports as printed, or the total less imports: whichever says more."""
    known = stones(
        (Flow.EXPORT, "2018-01/2018-06", "900", "910"),
        (Flow.TOTAL, "2018-01/2018-06", "1000", total),
        (Flow.IMPORT, "2018-01/2018-06", "100", "100"),
        (Flow.EXPORT, "2018-01/2018-05", "700", "700"),
    )
    (road,) = roads((Flow.EXPORT, JUNE), known, ())
    assert road.interval == (
        Interval.of(200, "200.5") if total == "1000.5" else Interval.of(200, 210)
    )


def growth(**known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """Up 20.5 percent in June 2018 over June 2017."""
    usual = {"kind": Kind.CHANGE_PCT, "sign": "+", "base": "year_earlier", "commodity": "all"}
    return claim("c9", "20.5", "percent", "2018-06", **(usual | known))


def test_a_printed_change_leads_from_the_level_before_it() -> None:
    """From 100 up by 20.5 percent is 120.5, and down by as much 79.5."""
    known = stones((Flow.EXPORT, "2017-06", "100", "100"))
    for one, low in ((growth(), "120.45"), (growth(sign="-"), "79.45")):
        (road,) = roads((Flow.EXPORT, JUNE), known, (one,))
        assert (road.interval.low, road.interval.width) == (Fraction(low), Fraction("0.1"))


@pytest.mark.parametrize(
    "known", [{"kind": Kind.CHANGE_ABS}, {"base": None}, {"base": "month_earlier"}]
)
def test_other_changes_lead_from_no_level(known: dict[str, Any]) -> None:
    """An amount is not in percent, an open base is no time, and of another nothing was printed."""
    before = stones((Flow.EXPORT, "2017-06", "100", "100"))
    assert roads((Flow.EXPORT, JUNE), before, (growth(**known),)) == ()


def sold(digits: str, when: str, **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """North Korea's exports of all goods to China."""
    usual = {"commodity": "all", "scale": MILLION}
    return claim("c1", digits, "USD", when, **(usual | known))


BOUGHT = Quarry(
    Ledger.of([sold("118.75", "2018-05", flow=Flow.IMPORT, reporter="CHN", partner="PRK")])
)
ANY_DAY = None


def test_no_road_leads_to_a_figure_without_a_time() -> None:
    """Nothing says which cells lie on the way."""
    undated = claim("c1", "118.75", "USD", commodity="all", scale=MILLION)
    assert not BOUGHT.stones(undated, "USD", (), frozenset())
    dated = sold("118.75", "2018-05")
    assert [*BOUGHT.stones(dated, "USD", (), frozenset())] == [(Flow.EXPORT, dated.period)]


@pytest.mark.parametrize(
    ("asked", "published", "words"),
    [
        (sold("118.75", "2018-06"), ANY_DAY, "export 2018-05"),
        (sold("118.75", "2018-06"), date(2018, 5, 31), "export 2018-05"),
        (sold("118.75", "2018-06"), date(2018, 5, 30), ""),
        (sold("118.75", "2018-05"), ANY_DAY, ""),
        (sold("118.75", "2018-05", flow=Flow.IMPORT), ANY_DAY, "export 2018-05"),
        (sold("118.75", "2018-06", commodity="coal"), ANY_DAY, ""),
        (sold("119.75", "2018-06"), ANY_DAY, ""),
    ],
)
def test_an_amount_of_another_cell_is_known_again(
    asked: Claim, published: date | None, words: str
) -> None:
    """From whichever side it was printed, of the same goods, and of no time after the text."""
    assert BOUGHT.same_amount(asked, "USD", asked.amount.printed, published) == words


@pytest.mark.parametrize("ends", [("118000000", None), (None, "119000000")])
def test_an_open_amount_is_that_of_no_other_cell(ends: tuple[str | None, str | None]) -> None:
    """More than 118 million is true of many cells by chance."""
    assert not BOUGHT.same_amount(sold("118", "2018-06"), "USD", Interval.of(*ends), ANY_DAY)


def test_a_vague_print_makes_no_cell_known_again() -> None:
    """Some 100 million was printed of another month: so it is of many."""
    vague = Quarry(Ledger.of([sold("100", "2018-05")]))
    assert not vague.same_amount(
        sold("101.2", "2018-06"), "USD", Interval.of(101_150_000, 101_250_000), ANY_DAY
    )
