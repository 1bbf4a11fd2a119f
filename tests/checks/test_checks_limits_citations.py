"""Which resolution covers which goods. Source: UN Security Council resolutions 2321, 2371 and 2397."""

from dataclasses import replace

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
