"""Where relations fail, the figure that the others speak against is named, and what it should be."""

from fractions import Fraction
from typing import Any

import pytest
from judged_claims import _WORDS, BEFORE, NOW, judged, rise, told
from told import claim

from nktrade.core.codes import Flow, Severity, Verdict


@pytest.mark.parametrize("scale", [10**6, Fraction(1, 10**3)])
def test_the_figure_that_two_relations_accuse_is_named_whatever_its_size(scale: Fraction) -> None:
    """Exports of 824.2 make neither the total nor the growth, in millions or in thousandths."""
    found = judged(
        told("c1", "824.2", Flow.EXPORT, scale=scale),
        told("c2", "113.4", Flow.IMPORT, scale=scale),
        told("c3", "317.6", Flow.TOTAL, scale=scale),
        told("c4", "162.9", Flow.EXPORT, BEFORE, scale=scale),
        rise("c5", "25.4", Flow.EXPORT),
    )
    assert {one.suspect for one in found.values()} == {("c1",)}
    assert {one.likely_value for one in found.values()} == {Fraction("204.2") * scale}
    assert found["change"].args == (("new", ("c1",)), ("old", ("c4",)), ("pct", ("c5",)))


def test_a_deficit_that_neither_its_flows_nor_its_growth_make_is_named() -> None:
    """113.4 less 317.6 is 204.2 below nothing, and 25.4 percent more than the 162.9 of the year before."""
    million = {"scale": 10**6}
    found = judged(
        told("c1", "113.4", Flow.EXPORT, **million),
        told("c2", "317.6", Flow.IMPORT, **million),
        told("c3", "824.2", Flow.BALANCE, **million, sign="-"),
        told("c4", "162.9", Flow.BALANCE, BEFORE, **million, sign="-"),
        rise("c5", "25.4", Flow.BALANCE),
    )
    assert {one.suspect for one in found.values()} == {("c3",)}
    assert {one.likely_value for one in found.values()} == {204_200_000}


def test_two_prints_of_one_number_are_wrong_together() -> None:
    """The sum has one of them and the balance the other: that one number is wrong is the least."""
    million = {"scale": 10**6}
    found = judged(
        told("c1", "824.2", Flow.EXPORT, **million, sentence=1),
        told("c2", "317.6", Flow.TOTAL, **million, sentence=1),
        told("c3", "113.4", Flow.IMPORT, **million, sentence=2),
        told("c4", "824.21", Flow.EXPORT, **million, sentence=3),
        told("c5", "90.8", Flow.BALANCE, **million, sentence=3),
    )
    assert (found["total"].verdict, found["total"].suspect) == (Verdict.LOCATED, ("c1",))
    assert (found["balance"].verdict, found["balance"].suspect) == (Verdict.LOCATED, ("c4",))


@pytest.mark.parametrize(("tonnes", "is_wrong"), [("6400", False), ("16400", True)])
def test_barrels_and_tonnes_that_no_density_joins_are_an_error(
    tonnes: str, *, is_wrong: bool
) -> None:
    """A tonne of oil is some seven or eight barrels, by its sourced range and not by any other number."""
    oil: dict[str, Any] = {
        "commodity": "refined petroleum",
        "trust": (*_WORDS, ("period", 0.98)),
    }
    found = judged(claim("c1", "51234", "bbl", NOW, **oil), claim("c2", tonnes, "t", NOW, **oil))
    assert [one.severity for one in found.values()] == [Severity.ERROR] * is_wrong


def test_each_relation_names_its_own_figures() -> None:
    """A total that its parts do not make, and a growth that the levels do not: two slips, each told where it is."""
    million = {"scale": 10**6}
    found = judged(
        told("c1", "204.2", Flow.EXPORT, **million),
        told("c2", "13.0", Flow.IMPORT, **million),
        told("c3", "350.3", Flow.TOTAL, **million),
        told("c4", "191.2", Flow.BALANCE, **million),
        told("c5", "162.9", Flow.EXPORT, BEFORE, **million),
        rise("c6", "80.3", Flow.EXPORT),
    )
    assert {name: one.suspect for name, one in found.items()} == {
        "total": ("c3",),
        "change": ("c6",),
    }


def test_what_a_misfit_was_is_in_its_own_unit() -> None:
    """Kilograms of gold are told in kilograms."""
    gold: dict[str, Any] = {"commodity": "gold", "trust": (*_WORDS, ("period", 0.98))}
    months = {"2014-01": "2397", "2014-02": "1204", "2014-03": "1511", "2014-01/2014-03": "5112"}
    told_kg = [
        claim(f"c{n}", digits, "kg", when, **gold)
        for n, (when, digits) in enumerate(months.items(), start=1)
    ]
    odd = claim("c5", "9871", "kg", "2014-01/2014-03", **gold, sentence=5)
    found = judged(*told_kg, odd)["misfit"]
    assert (found.suspect, found.likely_value) == (("c5",), 5112)


@pytest.mark.parametrize(
    ("sold", "bought", "left"),
    [("3.21", "5.05", "1.84"), ("0.347", "1.833", "1.486"), ("2.96", "7.09", "4.13")],
)
def test_exports_and_imports_of_one_trade_may_be_exchanged(
    sold: str, bought: str, left: str
) -> None:
    """What they leave has the other sign: one event, likelier than a sign or a number; not where they are of two goods."""
    prints = (("c1", sold, Flow.EXPORT), ("c2", bought, Flow.IMPORT), ("c3", left, Flow.BALANCE))
    (found,) = judged(*(told(*one) for one in prints)).values()
    values = dict(found.repairs[0].values)
    assert (found.repairs[0].kind, set(values)) == ("swap", {"c1", "c2"})
    assert [values[name] for name in ("c1", "c2")] == [
        Fraction(one) * 10**9 for one in (bought, sold)
    ]
