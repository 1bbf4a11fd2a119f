"""Law: occurrences counted in one pass are those counted surface by surface."""

import re

from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.amount import Amount
from nktrade.core.claims import Figure
from nktrade.report.occurrence import occurrences

WORDS = st.sampled_from(
    ["5", "15", "5.5", "5 million", "million", "USD 5", "$5", "만", " ", ",", "x", "%"]
)


def plain(text: str, surface: str) -> list[int]:
    """The starts of every standalone place, surface by surface: the oracle of the fast way."""
    before = after = ""
    if surface[0].isdigit():
        before = r"(?<![0-9])(?<![0-9][.,])"
    elif surface[0].isalpha():
        before = r"(?<![A-Za-z])"
    if surface[-1].isdigit():
        after = r"(?![0-9]|[.,][0-9])"
    elif surface[-1].isalpha():
        after = r"(?![A-Za-z])"
    return [found.start() for found in re.finditer(before + re.escape(surface) + after, text)]


@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_one_pass_counts_as_many_do(parts: list[str], data: st.DataObject) -> None:
    """Each standalone place of a surface has the rank that a search for it alone gives."""
    text = "".join(parts)
    surfaces = data.draw(st.lists(st.sampled_from(parts), min_size=1, max_size=6))
    expected = [
        (surface, start, rank)
        for surface in surfaces
        for rank, start in enumerate(plain(text, surface), 1)
    ]
    figures = [
        Figure(
            document="d",
            start=start,
            end=start + len(surface),
            surface=surface,
            amount=Amount(digits="5"),
            unit=None,
        )
        for surface, start, _ in expected
    ]
    assert occurrences(text, figures) == [rank for _, _, rank in expected]
