"""Unnamed: amounts in a list of goods whose own word nobody knows, and which are then no amounts of all goods."""

from collections.abc import Sequence

from nktrade.core.codes import Kind
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import UNNAMED
from nktrade.reading.scene import Scene
from nktrade.reading.words import Mention

_LEADS = frozenset({"counterpart", "in"})
"""Cases between goods and their amount: rice at $6 million, sugar with $8 million."""
_BEFORE = frozenset({"stop", "break", "case", "deed"})
"""What stands before the goods of a list."""
_LONGEST = 40
"""How long the name of goods is at most."""


def unnamed(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each without goods where a list names others and has a word here that is not known."""
    return [
        one._replace(commodity=UNNAMED, owns_goods=True)
        if any(_are_listed(one, other) for other in drafts) and _has_a_word(scene, one)
        else one
        for one in drafts
    ]


def _are_listed(one: Draft, other: Draft) -> bool:
    """Whether the first has no goods of its own, and the other, an amount like it, has."""
    is_open = one.sort.kind is Kind.LEVEL and not one.owns_goods and not one.sort.is_base
    is_like = (one.sort, one.spot.unit, one.flow) == (other.sort, other.spot.unit, other.flow)
    return is_open and is_like and other.owns_goods


def _has_a_word(scene: Scene, draft: Draft) -> bool:
    """Whether words that are not known stand where the name of its goods would: widgets ($7 million)."""
    read = [one for part in scene.parts for one in part.items if one.start < draft.spot.start]
    while read and read[-1].role == "hedge":
        read.pop()
    if len(read) < 2 or not _leads(read[-1]) or read[-2].role not in _BEFORE:  # noqa: PLR2004 - before the word and behind
        return False
    words = scene.ground.text[read[-2].end : read[-1].start].strip()
    return 0 < len(words) <= _LONGEST and words.replace(" ", "").isalpha() and words.islower()


def _leads(one: Mention) -> bool:
    """Whether it stands between goods and their amount."""
    is_worth = one.role == "deal" and one.value == "value"
    return one.value == "(" or is_worth or (one.role == "case" and one.value in _LEADS)
