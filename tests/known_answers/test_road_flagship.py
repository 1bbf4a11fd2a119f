"""The flagship: the June 2018 figures as one article printed them, from text to finding.

Source of the answers: Reuters, 23 July 2018 (204.19, 12.97 and 217.16 million dollars), and the
arithmetic of the figures themselves.
"""

from fractions import Fraction
from importlib.resources import files

import pytest

import nktrade as nk
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation

BRIEF = str(files("nktrade") / "examples" / "june-2018.md")
MILLION = 10**6


@pytest.fixture(scope="module")
def alone() -> nk.Report:
    """The brief by itself."""
    return nk.check(BRIEF, against="none")


@pytest.fixture(scope="module")
def held() -> nk.Report:
    """The brief against every embedded baseline."""
    return nk.check(BRIEF)


def relation(report: nk.Report, name: str) -> Relation:
    """The one relation of a check."""
    (found,) = [one for one in report.checked[0].relations if one.check == name]
    return found


def surfaces(report: nk.Report, names: tuple[str, ...]) -> set[str]:
    """What is printed for some claims."""
    return {one.figure.surface for one in report.checked[0].reading.claims if one.id in names}


def test_the_parts_do_not_make_the_total(alone: nk.Report) -> None:
    """12.955 and 241.93 are 37.727 million more than 217.158."""
    total = relation(alone, "total")
    assert total.holds is False
    assert total.severity is Severity.ERROR
    assert Fraction("37.727") * MILLION in total.gap


def test_the_text_alone_names_imports(alone: nk.Report) -> None:
    """Imports is the one least-weight set, 204.203 if the others are right."""
    total = relation(alone, "total")
    assert total.verdict is Verdict.LOCATED
    assert surfaces(alone, total.suspect) == {"USD 241.93 million"}
    assert total.likely_value == Fraction("204.203") * MILLION


def test_the_growth_rates_accuse_the_same_figure(alone: nk.Report) -> None:
    """With imports as printed the parts before the change do not make the total before it."""
    growth = relation(alone, "growth")
    assert growth.holds is False
    assert surfaces(alone, growth.suspect) == {"USD 241.93 million"}


def test_a_dropped_digit_is_among_the_repairs(alone: nk.Report) -> None:
    """204.193 is one dropped digit away, and then another figure is off by 0.010."""
    repairs = relation(alone, "total").repairs
    assert any(Fraction("204.193") * MILLION in dict(one.values).values() for one in repairs)


def test_other_publishers_figures_name_both(held: nk.Report) -> None:
    """With the wire's rows both exports and imports are wrong; the joint repair closes the sum."""
    total = relation(held, "total")
    assert surfaces(held, total.suspect) == {"12,955,000 USD", "USD 241.93 million"}
    assert sorted(dict(total.repairs[0].values).values()) == [
        Fraction("12.965") * MILLION,
        Fraction("204.193") * MILLION,
    ]


def test_independent_roads_confirm_imports(held: nk.Report) -> None:
    """Half-year less January-May, and June 2017 with the printed change, lie around 204.2 million."""
    roads = [one for one in held.checked[0].witnesses if one.road]
    imports = [
        (float(one.low) / MILLION, float(one.high) / MILLION)
        for one in roads
        if surfaces(held, (one.claim,)) == {"USD 241.93 million"}
    ]
    assert pytest.approx((204.05, 204.35)) in imports
    assert pytest.approx((204.11, 204.45), abs=0.01) in imports


def test_the_publishers_own_rows_are_no_witness(held: nk.Report) -> None:
    """Another edition of the article prints the repaired figures; it witnesses nothing."""
    names = {name for one in held.checked[0].witnesses for name in one.origin_names}
    assert "Reuters" in names
    assert "Asiapress" not in names


def test_a_later_vintage_is_shown_as_one(held: nk.Report) -> None:
    """China's imports of that month were 10.71 million in a later extract: a note."""
    later = [one for one in held.checked[0].witnesses if one.low < 10_710_000 < one.high]
    assert [(one.severity, one.verdict) for one in later] == [(Severity.NOTE, Verdict.REVISION)]


def test_the_resolution_is_likely_another(alone: nk.Report) -> None:
    """Resolution 2379 is about another matter; what is said of it fits 2397."""
    (reference,) = alone.checked[0].references
    assert (reference.number, reference.number_ok, reference.likely_number) == (2379, False, 2397)
