"""Edits: a report with some words exchanged, and every place in it moved accordingly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nktrade.core.claims import Citation, Claim


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Other words in the place of those from start to end."""

    start: int
    end: int
    words: str


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text after all edits, none of which overlap.

    >>> edited("exports rose", [Edit(8, 12, "fell")])
    'exports fell'
    """
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def moved(place: int, edits: Sequence[Edit]) -> int:
    """Where a place of the text before stands after the edits that end at or before it."""
    return place + sum(
        len(edit.words) - (edit.end - edit.start) for edit in edits if edit.end <= place
    )


def moved_claim(claim: Claim, edits: Sequence[Edit]) -> Claim:
    """The claim with its figure where it stands after the edits, also when it was edited itself."""
    start = moved(claim.figure.start, edits)
    length = next(
        (len(edit.words) for edit in edits if edit.start == claim.figure.start),
        claim.figure.end - claim.figure.start,
    )
    return replace(claim, figure=replace(claim.figure, start=start, end=start + length))


def moved_citation(citation: Citation, text: str, edits: Sequence[Edit]) -> Citation:
    """The citation where it stands in the text after the edits."""
    start, end = moved(citation.start, edits), moved(citation.end, edits)
    return replace(citation, start=start, end=end, surface=text[start:end])
