"""Digits single out a figure only where the others say within what ends it lies, and a percentage is one number."""

from datetime import date
from fractions import Fraction

import pytest

import nktrade as nk
from nktrade.core.codes import Verdict
from nktrade.core.findings import Relation

DAY = date(2014, 7, 20)


def error(text: str) -> Relation:
    """The one error of a text."""
    (checked,) = nk.check(text, date=DAY, against="none").checked
    (found,) = [one for one in checked.relations if one.severity == "error"]
    return found


@pytest.mark.parametrize("hedge", ["", "almost "])
def test_a_hedge_shifts_the_blame_to_nobody(hedge: str) -> None:
    """Of quantity, value and price each may be the slip, whether the quantity is hedged or not."""
    found = error(
        f"China exported {hedge}111,000 kilograms of gasoline to North Korea in February 2014, worth 95 million U.S. "
        "dollars, or 864 dollars a ton."
    )
    assert found.verdict is Verdict.TIE
    assert set(found.suspect) == {"c1", "c2", "c3"}


def test_an_open_print_told_twice_may_be_the_slip() -> None:
    """More than 473.3 for 43.3: a digit too many is as likely there as one too few here."""
    found = error(
        "In February 2014 China's trade with Russia was $43.3 billion. In February 2014 trade between China and Russia "
        "came to more than $473.3 billion."
    )
    assert set(found.suspect) == {"c1", "c2"}


def test_a_difference_is_as_suspect_as_its_percentage() -> None:
    """28.4 percent would have to be 79.7, the difference one digit less: the percentage alone is not named."""
    found = error(
        "In July 2014 China's imports from North Korea were $7.79 million. Exports to North Korea fell 28.4 percent from a "
        "year earlier to $145.8 million. Total trade was $153.6 million. Exports to North Korea in July 2014 were down "
        "$572.8083 million from a year earlier."
    )
    assert found.check == "difference in percent"
    assert "c5" in found.suspect


def test_prints_that_agree_say_a_relation_but_once() -> None:
    """More than $330 million and $330 million are one level: with 32 percent, $87.6 million more is too much."""
    found = error(
        "Exports to the DPRK came to more than US$330,000,000 in May 2014, an increase of 32 percent from a year earlier. "
        "Exports jumped by US$87,567,100 on year to $330,000,000."
    )
    assert "c3" in found.suspect


def test_a_percentage_told_twice_is_as_suspect_as_its_other_print() -> None:
    """One print also leads from a level to another: as a number it is the same as where it is told alone."""
    found = error(
        "China's exports to North Korea rose 39.73 percent in June 2014 from a year earlier.\n\nChina's exports to the North "
        "dropped 39.7 percent from a year earlier to $318.12 million in June 2014. In June 2013 China's exports to the "
        "North had stood at $528 million."
    )
    assert found.check == "told twice"
    assert "c1" in found.suspect


@pytest.mark.parametrize("moved", ["rose", "had been up"])
def test_a_rise_printed_for_a_fall_is_not_blamed_on_the_percentage(moved: str) -> None:
    """107.656 million less is 17.65 percent of what there was: the word for the difference is the slip."""
    found = error(
        "In May 2014 China's exports to North Korea were $502 million, down 17.65 percent from a year earlier. Imports "
        f"were $61 million and total trade was $563 million. Exports {moved} by $107.656 million from a year earlier."
    )
    assert found.check == "difference in percent"
    assert (found.verdict, found.suspect) == (Verdict.LOCATED, ("c5",))
    assert found.likely_value == Fraction("-107.656") * 10**6


@pytest.mark.parametrize(
    "told", ["down 17.65 percent", "down 17.7 percent", "down almost 18 percent"]
)
def test_a_fall_told_twice_is_accused_of_nothing(told: str) -> None:
    text = (
        f"In May 2014 China's exports to North Korea were $502 million, {told} from a year earlier. Imports were $61 "
        "million and total trade was $563 million. Exports fell by $107.656 million from a year earlier."
    )
    (checked,) = nk.check(text, date=DAY, against="none").checked
    assert not [one for one in checked.relations if one.severity in {"error", "warning"}]


def test_an_error_that_no_figure_is_likelier_to_bear_names_them_all() -> None:
    """47.6 percent leads from no level told here, and neither does 74.6: either may be the slip."""
    found = error(
        "In the first half of 2014 China's exports to Russia were $1.34 billion and its imports $18,040 million, for total "
        "trade of $19.4 billion. Imports from Russia rose 74.6 percent from a year earlier to $18 billion. The combined "
        "value of exports and imports was $19,000 million, 42.86 percent higher than a year earlier. In the first six "
        "months of 2014, exports dropped 0.25 percent to $1.338 billion while imports grew 47.6 percent to nearly $19 billion."
    )
    assert found.check == "told twice"
    assert found.verdict is Verdict.TIE
    assert len(found.suspect) == 2
