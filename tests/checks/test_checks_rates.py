"""A rate that nobody else printed is held against the levels of both its periods, and at most noted.

Source: China's exports to North Korea in April 2020 and April 2021, as Chinese customs had them (prints of
the embedded table); Reuters, 18 May 2021, had them down by 82.4 percent.
"""

from typing import Any

import pytest
from told import claim

import nktrade as nk
from nktrade.checks.rates import beside_levels, borne_out, is_rate
from nktrade.checks.roads import Quarry
from nktrade.core.claims import Claim
from nktrade.core.codes import Flow, Kind, Severity, Standing
from nktrade.core.findings import Witness
from nktrade.ledger.baselines import baseline


def rate(digits: str = "82.4", **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    """China's exports to North Korea, April 2021 over April 2020, down by so much."""
    usual = {
        "kind": Kind.CHANGE_PCT,
        "flow": Flow.EXPORT,
        "reporter": "CHN",
        "partner": "PRK",
        "commodity": "all",
        "sign": "-",
        "base": "year_earlier",
    }
    return claim("c1", digits, "percent", known.pop("when", "2021-04"), **(usual | known))


def told(one: Claim, own: frozenset[str] = frozenset()) -> list[Witness]:
    """What the levels of China's customs say of it."""
    return [*beside_levels(one, Quarry(baseline("china_customs")), "china_customs", own)]


def test_levels_that_went_the_other_way_are_a_note() -> None:
    """From 22 to 28.75 million dollars is a rise of about 30 percent, and no fall of 82."""
    (found,) = told(rate())
    assert (found.holds, found.verdict, found.severity) == (None, None, Severity.NOTE)
    assert found.low is not None and found.high is not None  # noqa: PT018 - one statement of both ends
    assert 25 < found.low < found.high < 40
    assert found.road == "export of 2021-04 over that of 2020-04"


@pytest.mark.parametrize(
    "one",
    [
        rate("30", sign="+"),
        rate("82.4", sign="+"),
        rate(when="2004-04"),
        rate(base="month_earlier", when="2004-04"),
        rate(commodity="rice"),
        rate(source=("KOTRA",)),
        rate(base="since:1990"),
        rate(base=None),
        rate(flow=None),
    ],
    ids=str,
)
def test_what_the_levels_allow_or_do_not_know_is_not_noted(one: Claim) -> None:
    """A rise that fits or is another in yuan, other periods, goods and bases leave nothing to say."""
    assert told(one) == []


def test_a_publisher_s_own_levels_say_nothing() -> None:
    """Where every print of the levels is the newspaper's own, there is no witness."""
    origins = frozenset(baseline("china_customs").frame["origin"].dropna().unique())
    assert told(rate(), origins) == []


def test_levels_bear_out_the_change_between_them_alone() -> None:
    """From 21.8 to 28.75 million dollars is a rise of 31.9 percent, from 65.87 to 16.8 a fall of 74.5."""
    quarry = Quarry(baseline("china_customs"))
    made = borne_out(rate("31.9", sign="+"), quarry, frozenset())
    assert made == "export of 2021-04 over that of 2020-04"
    assert borne_out(rate("38.7", sign="+"), quarry, frozenset()) == ""
    assert borne_out(rate("31.9"), quarry, frozenset()) == ""
    fall = borne_out(rate("74.5", when="2021-07"), quarry, frozenset())
    assert fall == "export of 2021-07 over that of 2020-07"
    assert borne_out(rate("37.2", when="2021-07"), quarry, frozenset()) == ""


@pytest.mark.parametrize(("digits", "severity"), [("123.3", "note"), ("132.3", "error")])
def test_a_change_that_levels_bear_out_is_no_error(digits: str, severity: str) -> None:
    """1.0277 billion dollars in 2022 and 2.2954 in 2023 are a rise of 123.3 percent; two outlets had 137."""
    text = f"Chinese customs said trade with North Korea rose {digits} percent in 2023 from a year earlier."
    held = nk.check(text, date="2024-01-18").baseline
    assert held["severity"].dropna().tolist() == [severity]


@pytest.mark.parametrize(
    "known",
    [
        {"kind": Kind.SHARE_PCT},
        {"repeats": "c0"},
        {"standing": Standing.FORECAST},
        {"inferred": ("period",)},
    ],
)
def test_only_a_rate_in_its_own_words_is_asked_about(known: dict[str, Any]) -> None:
    """Shares, repetitions, forecasts and rates whose key was supplied are left alone."""
    assert is_rate(rate())
    assert not is_rate(rate(**known))
