"""Amounts against caps are findings about trade; a misprinted cap is a misprint only where all is said.

Source: UN Security Council resolution 2397, paragraphs 4 and 5 (500,000 barrels of refined
petroleum a year; 4 million barrels or 525,000 tonnes of crude oil); 2321, paragraph 26 (7.5 million
tonnes or 400,870,018 dollars of coal a year); barrels per tonne as in the register of densities.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from told import citation, claim, reading

from nktrade.checks.limits import limits
from nktrade.core.claims import Claim
from nktrade.core.codes import Channel, Flow, Kind, Severity, Standing, Verdict
from nktrade.core.findings import Relation
from nktrade.core.interval import Interval

PUBLISHED = date(2020, 4, 30)
OIL = {"flow": Flow.IMPORT, "partner": "WLD", "commodity": "refined petroleum"}


def cap(digits: str, unit: str = "bbl", **known: Any) -> Claim:  # noqa: ANN401 - fields of every type
    usual = {**OIL, "kind": Kind.CAP, "rate": "per_year", "source": ("UN Security Council",)}
    return claim("c1", digits, unit, **(usual | known))


def one_of(*told: Claim) -> Relation:
    (found,) = limits(reading(*told), PUBLISHED)
    return found


def test_a_claim_of_more_than_the_cap_is_a_note_with_its_claimant() -> None:
    """759,793 barrels by May 2018, which the US alleged, is above 500,000: a note, no error."""
    alleged = claim(
        "c2",
        "759793",
        "bbl",
        "2018-01/2018-05",
        source=("US government",),
        standing=Standing.ALLEGED,
        channel=Channel.UNRECORDED,
        **OIL,
    )
    found = one_of(alleged)
    assert (found.holds, found.severity, found.verdict) == (None, Severity.NOTE, None)
    assert "151 to 152 percent of the cap of 500,000 bbl for 2018" in found.explanation
    assert "alleged, unrecorded, by US government" in found.explanation


def test_tonnes_against_barrels_keep_the_product_s_interval() -> None:
    """48,430 tonnes are between a half and more than all of 500,000 barrels: 42,900 to 90,662 tonnes."""
    found = one_of(claim("c2", "48430", "t", "2018", **OIL))
    assert found.left is not None
    assert found.left.low == pytest.approx(500_000 * 48_425 / 90_662, rel=1e-4)
    assert found.left.high == pytest.approx(500_000 * 48_435 / 42_900, rel=1e-4)
    assert "53 to 113 percent" in found.explanation


def test_an_amount_within_the_cap_holds() -> None:
    """91,909 barrels in 2021 are a fifth of the cap: nothing to note."""
    found = one_of(claim("c2", "91909", "bbl", "2021", **OIL))
    assert (found.holds, found.severity) == (True, None)


def test_an_amount_is_held_against_the_cap_in_its_own_unit() -> None:
    """Crude in tonnes meets the 525,000 tonnes, coal in dollars the 400,870,018 dollars."""
    crude = one_of(claim("c2", "600000", "t", "2019", **(OIL | {"commodity": "crude oil"})))
    coal = one_of(claim("c2", "126390037", "USD", "2017-01"))
    assert "cap of 525,000 t" in crude.explanation
    assert "cap of 400,870,018 USD" in coal.explanation


def test_several_times_over_has_no_upper_end() -> None:
    """The cap exceeded "several times over" is at least two and a half times it."""
    several = claim("c2", "3", "x", kind=Kind.RATIO, lexical=True, source=("US government",), **OIL)
    held, found = limits(reading(cap("500000"), several), PUBLISHED)
    assert held.holds is True
    assert (found.args, found.severity) == ((("part", ("c2",)), ("whole", ("c1",))), Severity.NOTE)
    assert found.left is not None
    assert found.left.high is None
    assert "at least 250 percent" in found.explanation


@pytest.mark.parametrize("known", [{}, {"digits": "525000", "unit": "t", "commodity": "crude oil"}])
def test_a_cap_as_it_was_set_holds(known: dict[str, Any]) -> None:
    """500,000 barrels of refined petroleum and 525,000 tonnes of crude stand in the register."""
    assert one_of(cap(**({"digits": "500000"} | known))).holds is True


@pytest.mark.parametrize(("digits", "unit"), [("2000000", "bbl"), ("60000", "t")])
def test_other_prints_of_a_cap_hold_too(digits: str, unit: str) -> None:
    """The superseded 2 million barrels, and 60,000 tonnes, which 500,000 barrels may be."""
    assert one_of(cap(digits, unit)).holds is True


def test_a_cap_misprinted_is_a_misprint() -> None:
    """50,000 barrels a year by the Security Council: one nought is missing."""
    found = one_of(cap("50000"))
    assert (found.severity, found.verdict) == (Severity.ERROR, Verdict.LOCATED)
    assert (found.suspect, found.likely_value) == (("c1",), 500_000)


def test_a_cited_resolution_names_the_un() -> None:
    """A misprinted cap of nobody's is an error where the text cites 2397, and else left open."""
    nobody = cap("50000", source=())
    assert one_of(nobody).severity is Severity.NOTE
    (found,) = limits(replace(reading(nobody), citations=(citation(2397),)), PUBLISHED)
    assert (found.severity, found.likely_value) == (Severity.ERROR, 500_000)
    (other,) = limits(replace(reading(nobody), citations=(citation(1718),)), PUBLISHED)
    assert other.severity is Severity.NOTE


@pytest.mark.parametrize(
    "known",
    [
        {"rate": None},
        {"inferred": ("commodity",)},
        {"source": ("China customs",)},
        {"standing": Standing.FORECAST},
        {"digits": "370000"},
    ],
)
def test_a_limit_that_leaves_anything_open_is_not_accused(known: dict[str, Any]) -> None:
    """No year, goods from context, no UN, a forecast, no slip: another limit may be meant."""
    found = one_of(cap(**({"digits": "50000"} | known)))
    assert (found.holds, found.severity) == (None, Severity.NOTE)
    assert found.verdict is Verdict.MISREADING
    assert "another limit may be meant" in found.explanation


def test_no_cap_binds_elsewhere() -> None:
    """Other sides, exports, goods without a cap and years before it are held against none."""
    strange = [
        claim("c2", "91909", "bbl", "2021", **(OIL | {"reporter": "JPN"})),
        claim("c3", "91909", "bbl", "2021", **(OIL | {"flow": Flow.EXPORT})),
        claim("c4", "91909", "t", "2021", **(OIL | {"commodity": "rice"})),
        claim("c5", "91909", "bbl", "2016", **OIL),
        claim("c6", "91909", "bbl", **OIL),
    ]
    assert limits(reading(*strange), PUBLISHED) == ()


@pytest.mark.parametrize("digits", ["500000", "550000", "50000"])
def test_the_gap_of_a_printed_cap_is_what_it_has_over_the_one_in_force(digits: str) -> None:
    """Right as set, a tenth too much, or a tenth of it."""
    found = one_of(cap(digits))
    assert found.left is not None
    assert found.right == Interval.point(500_000)
    assert found.gap == found.left - found.right
    assert found.left.meets(Interval.point(int(digits)))
