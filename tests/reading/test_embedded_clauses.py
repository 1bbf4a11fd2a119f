"""Embedded clauses: what is told of a name between commas changes nothing of what its verb tells."""

from datetime import date
from itertools import product

import pytest

from nktrade.documents import load
from nktrade.reading import read

ASIDES = (
    "which Chinese firms value",
    "which had stopped in the winter",
    "whose price fell all year",
    "which Japan and India also ship",
)
MAINS = (
    ("Mongolia's coal exports to Korea", "rose 5 percent to $71 million in May."),
    ("Peru", "sold 1.8 million tons of zinc to Spain in the first quarter."),
    ("Vietnam's purchases of Lao timber", "reached $14 million in 2019."),
    ("Tires", "accounted for $3 million of North Korea's imports from China in June."),
)


def _claims(text: str) -> list[tuple[object, ...]]:
    found = read(load(text.encode(), date=date(2022, 7, 15), lang="en", name="a")).claims
    return [
        (one.value, one.kind, one.flow, one.reporter, one.partner, one.commodity, one.period)
        for one in found
    ]


@pytest.mark.parametrize(("main", "aside"), [*product(MAINS, ASIDES)])
def test_a_relative_clause_without_a_figure_changes_no_claim(
    main: tuple[str, str], aside: str
) -> None:
    """Whoever and whatever it names, the claims are those of the sentence without it."""
    subject, told = main
    assert _claims(f"{subject}, {aside}, {told}") == _claims(f"{subject} {told}")


def test_a_bracket_that_defines_a_flow_changes_no_claim() -> None:
    """Trade (exports and imports of goods) is trade."""
    plain = "The North's foreign trade came to $2.8 billion in 2018."
    assert _claims(plain.replace("trade", "trade (exports plus imports of goods)")) == _claims(
        plain
    )


def test_a_relative_clause_with_a_figure_is_read() -> None:
    """What is counted in it is a claim, and the clause behind it is of the name before it."""
    text = (
        "Brazil, which bought 5 million tons of fertilizer from Russia in 2021, "
        "also took 1.1 million tons from Canada."
    )
    assert [(one[3], one[4]) for one in _claims(text)] == [("BRA", "RUS"), ("BRA", "CAN")]
