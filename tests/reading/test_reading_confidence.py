"""What a claim says of its own reading is a chance: as often as it says, the field is right."""

import sys
from pathlib import Path

import pytest

from nktrade.core.documents import Document
from nktrade.reading import read
from nktrade.reference import confidences

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from reading_calibration import FIELDS, Seen, seen_in  # noqa: E402 - where the way to it is set

OTHERS = sorted((ROOT / "tests" / "corpus").glob("??_fresh_g.json"))
"""Texts that the table was not made from."""


@pytest.fixture(scope="module")
def seen() -> list[Seen]:
    """Every field of theirs that is annotated."""
    return [one for path in OTHERS for one in seen_in(path)]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_right_as_often_as_it_says(field: str, seen: list[Seen]) -> None:
    """Within seven in a hundred, on texts that the table was not made from, four languages together."""
    some = [one for one in seen if one.field == field]
    said = sum(one.confidence for one in some) / len(some)
    right = sum(one.is_right for one in some) / len(some)
    assert len(some) > 500
    assert said == pytest.approx(right, abs=0.07)


def test_each_field_has_the_chance_of_the_way_it_was_found() -> None:
    """A partner that nobody names is found by what is usual; the flow stands in the words."""
    text = "Exports to China rose to $5.2 million in May 2025."
    (claim,) = read(Document(id="x", text=text)).claims
    table = {(one.field, float(one.trust)): float(one.chance) for one in confidences().values()}
    assert dict(claim.confidence) == {
        name: table[name, trust] for name, trust in dict(claim.trust).items()
    }
    assert dict(claim.trust)["flow"] == 0.98
    assert dict(claim.trust)["reporter"] < 0.98
