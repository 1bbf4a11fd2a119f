"""Unnamed: amounts in a list of goods whose own word nobody knows, and which are then no amounts of all goods."""

import re
from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import UNNAMED
from nktrade.reading.scene import Scene
from nktrade.reading.topic import HEADS
from nktrade.reading.words import Mention

_LEADS = frozenset({"counterpart", "in"})
"""Cases between goods and their amount: rice at $6 million, sugar with $8 million."""
_BEFORE = frozenset({"stop", "break", "case", "deed", "commodity"})
"""What stands before an unknown word of a list: goods too, where it says what of them (fertilizer components)."""
_NO_NAME = frozenset(
    {"the", "its", "their", "this", "that", "what", "which", "such", "some", "all"}
)
"""Words that point at goods or firms named elsewhere: exports of such firms."""
_NO_END = frozenset({"commodity", "figure", "hedge"})
"""Before these, an unknown word is about them: of processed hair, of merely $3 million."""
_LONGEST = 40
"""How long the name of goods is at most."""
_DENSE = re.compile(r"(?:[^\W\d_]{2,14}[(（]|[、，,] ?[^\W\d_]{2,14})\Z")
"""A name before its amount in brackets, or behind the comma of a list: 위젯(700만 달러), 、小部件700万美元."""


def unnamed(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each without goods where a list or its own flow has a word here that is not known."""
    return [
        one._replace(commodity=UNNAMED, owns_goods=True)
        if not one.owns_goods
        and (
            (any(_are_listed(one, other) for other in drafts) and _has_a_word(scene, one))
            or _is_of_a_word(scene, one)
        )
        else one
        for one in drafts
    ]


def _is_of_a_word(scene: Scene, draft: Draft) -> bool:
    """Whether its flow is of something that is not known: exports of widgets reached $8 million."""
    if draft.commodity.value not in {None, ALL_GOODS}:
        return False
    flow, of, behind = _from(scene, draft.head_start)
    if flow is None or of is None or behind is None or of.value != "of" or flow.role not in HEADS:
        return False
    words = scene.ground.text[of.end : behind.start].strip()
    return behind.role not in _NO_END and _is_name(words) and words.split()[0] not in _NO_NAME


def _from(scene: Scene, place: int) -> Sequence[Mention | None]:
    """The three mentions from a place on."""
    read = [one for part in scene.parts for one in part.items if one.start >= place >= 0]
    return [*read[:3], None, None, None][:3]


def unnamed_in_dense(text: str, items: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """The same where words are not parted by blanks: goods stand right before their amount, or nowhere."""
    starts = [one.spot.start for one in drafts]
    gaps = [
        [one for one in items if before <= one.start < start]
        for before, start in zip([0, *starts], starts, strict=False)
    ]
    told = [
        draft._replace(owns_goods=any(one.role == "commodity" for one in gap))
        for draft, gap in zip(drafts, gaps, strict=True)
    ]
    found = list(drafts)
    for at, (one, gap) in enumerate(zip(told, gaps, strict=True)):
        beside = (*told[max(0, at - 1) : at], *told[at + 1 : at + 2])
        said = max((each.end for each in gap if each.role != "stop"), default=0)
        if any(_are_listed(one, other) for other in beside) and _DENSE.search(
            text, said, one.spot.start
        ):
            found[at] = found[at]._replace(commodity=UNNAMED)
    return found


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
    return _is_name(scene.ground.text[read[-2].end : read[-1].start].strip())


def _is_name(words: str) -> bool:
    """Whether words can be a name of goods."""
    return 0 < len(words) <= _LONGEST and words.replace(" ", "").isalpha() and words.islower()


def _leads(one: Mention) -> bool:
    """Whether it stands between goods and their amount."""
    is_worth = one.role == "deal" and one.value == "value"
    return one.value == "(" or is_worth or (one.role == "case" and one.value in _LEADS)
