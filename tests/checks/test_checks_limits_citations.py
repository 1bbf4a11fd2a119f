"""Which resolution covers which goods. Source: UN Security Council resolutions 2321, 2371 and 2397."""

from dataclasses import replace

import pytest
from told import citation

from nktrade.checks.citations import check_citations


def test_goods_that_a_resolution_does_not_cover_are_found_where_they_stand() -> None:
    """Coal is in 2371; copper is not, but in paragraph 28 of 2321."""
    (found,) = check_citations([replace(citation(2371), measures=("coal", "copper"))])
    assert found.number_ok is True
    assert "no measure on copper in resolution 2371" in found.explanation
    assert "resolution 2321, paragraph 28" in found.explanation
    assert "measure on coal" not in found.explanation


def test_goods_under_no_measure_are_said_to_be_under_none() -> None:
    """Rice stands in no paragraph, so none is named."""
    (found,) = check_citations([replace(citation(2371), measures=("rice",))])
    assert found.explanation == "the register finds no measure on rice in resolution 2371"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("within 24 months", "agrees with the register: 2019-12-22 (workers abroad, paragraph 8)"),
        ("within 2 years", "agrees with the register"),
        ("within 729 days", "agrees with the register"),
        ("within 731 days", "agrees with the register"),
        ("within 728 days", "would be 2019-12-20; the register has 2019-12-22"),
        ("within 732 days", "would be 2019-12-24; the register has 2019-12-22"),
        ("within 12 months", "would be 2018-12-22; the register has 2019-12-22"),
        ("by the end of 2019", "the register has 2019-12-22"),
    ],
)
def test_a_cited_deadline_is_counted_from_the_adoption(said: str, told: str) -> None:
    """Workers were to be home 24 months after 22 December 2017; what differs is told, and no error.

    Whether the first day counts is not said, so a day more or less agrees.
    """
    (found,) = check_citations([replace(citation(2397), deadline=said)])
    assert told in found.explanation
    assert (found.number_ok, found.date_ok) == (True, None)


def test_a_deadline_of_a_resolution_without_one_is_left_alone() -> None:
    """The register has no deadline for 2371, so nothing is said."""
    (found,) = check_citations([replace(citation(2371), deadline="within 90 days")])
    assert found.explanation == ""


@pytest.mark.parametrize(
    ("number", "goods"),
    [
        (2371, "coal, iron, lead and seafood"),  # three paragraphs together
        (2375, "oil"),  # crude and refined, in two paragraphs
        (2397, "food"),  # some kinds of it
        (2270, "titanium"),  # its ore
    ],
)
def test_a_resolution_is_said_to_restrict_what_it_restricts_in_parts(
    number: int, goods: str
) -> None:
    """Goods that several paragraphs cover together, or of which one covers some kinds, are not missing."""
    (found,) = check_citations([replace(citation(number), measures=(goods,))])
    assert "no measure" not in found.explanation
