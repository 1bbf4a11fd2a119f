"""Unnamed: amounts in a list of goods whose own word nobody knows, and which are then no amounts of all goods."""

import re
from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.reading.discourse import DISCOURSE, Known
from nktrade.reading.drafts import Draft
from nktrade.reading.goods import UNNAMED
from nktrade.reading.scene import Scene
from nktrade.reading.topic import HEADS
from nktrade.reading.words import Mention

_LEADS = frozenset({"counterpart", "in"})
"""Cases between goods and their amount: rice at $6 million, sugar with $8 million."""
_BEFORE = frozenset({"stop", "break", "case", "deed", "commodity"})
"""What stands before an unknown word of a list: goods too, where it says what of them (fertilizer components)."""
_NO_END = frozenset({"commodity", "figure", "hedge"})
"""Before these, an unknown word is about them: of processed hair, of merely $3 million."""
_ENDS = re.compile(r"[^\w \-]")
"""What ends a name."""
_CLOSE = 7
"""How far behind an amount the word that it is of may be: $3 million in all of."""
_LONGEST = 40
"""How long the name of goods is at most."""
_MOST_WORDS = 3
_DENSE = re.compile(r"(?:[^\W\d_]{2,14}[(（]|[、，,] ?[^\W\d_]{2,14})\Z")
"""A name before its amount in brackets, or behind the comma of a list: 위젯(700만 달러), 、小部件700万美元."""


def unnamed(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with the word itself for goods where a list, its flow or its amount has one here that is not known."""
    return [
        one if _has_goods(one) or (name := _own_word(scene, one, drafts)) is None
        else one._replace(commodity=Known(name) if name else UNNAMED, owns_goods=True)
        for one in drafts
    ]  # fmt: skip


def _has_goods(draft: Draft) -> bool:
    """Whether known goods stand with the figure: engineering goods are none."""
    return draft.owns_goods and draft.commodity.value != ALL_GOODS


def _own_word(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> str | None:
    """The word that stands where the name of its goods would; empty where it cannot be told which; None without one."""
    told = _counted(scene, draft) or _flowing(scene, draft)
    if told:
        return told
    if _is_in_list(scene, draft, drafts) and (word := _leading(scene, draft)):
        return word
    if (
        not draft.owns_goods
        and any(_are_listed(draft, other) for other in drafts)
        and _has_a_word(scene, draft)
    ):
        return ""
    return None


def _counted(scene: Scene, draft: Draft) -> str | None:
    """The word behind an amount that is of it: $3 million worth of widgets, 40 tons of widgets."""
    if draft.sort.kind not in {Kind.LEVEL, Kind.CHANGE_ABS}:
        return None
    items = [one for part in scene.parts for one in part.items if one.start >= draft.spot.end]
    if items and items[0].value == "value":
        items = items[1:]
    is_close = bool(items) and items[0].start - draft.spot.end <= _CLOSE
    return _name_behind(scene, items) if is_close else None


def _flowing(scene: Scene, draft: Draft) -> str | None:
    """The word that its flow is of: exports of widgets reached $8 million."""
    if draft.commodity.value not in {None, ALL_GOODS} and draft.commodity.trust > DISCOURSE:
        return None
    start = draft.head_start
    items = [one for part in scene.parts for one in part.items if one.start >= start >= 0]
    return _name_behind(scene, items[1:]) if items and items[0].role in HEADS else None


def _is_in_list(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the figures beside it, or those of the sentence before, are of goods one by one."""
    told = [one.commodity for one in scene.ground.state.told]
    told += [one.commodity for one in drafts if one is not draft and one.owns_goods]
    is_open = not draft.owns_goods and draft.commodity.value in {None, ALL_GOODS}
    return is_open and any(one.value not in {None, ALL_GOODS} for one in told)


def _leading(scene: Scene, draft: Draft) -> str | None:
    """The word right before its flow, where a clause begins with it: widget exports rose 3 percent."""
    lexicon, end = scene.ground.lexicon, draft.head_start
    if [one.role for one in scene.items if one.start == end] != ["flow"]:
        return None
    begin = max(scene.start, end - _LONGEST)
    found = lexicon.led.search(scene.ground.text[begin:end].lstrip())
    word = found["word"] if found and (found.start() or begin == scene.start) else ""
    if not word or any(end - len(word) <= one.end <= end for one in scene.items):
        return None
    is_none = word.lower() in lexicon.nameless or lexicon.quality.search(word.lower())
    return None if is_none else word.lower()


def _name_behind(scene: Scene, items: Sequence[Mention]) -> str | None:
    """The name that the word for "of" leads to, if it is none that is known: of widgets, of teaching goods."""
    if not items or items[0].value != "of":
        return None
    text, behind = scene.ground.text, items[1] if len(items) > 1 else None
    if " " in text[items[0].start : items[0].end]:
        return None  # of them: what goods are is said already
    until = behind.start if behind else len(text)
    words = _ENDS.split(text[items[0].end : until], maxsplit=1)[0].strip()
    if behind and behind.role in _NO_END and behind.value != ALL_GOODS:
        return None
    if behind and behind.role == "break" and [one.role for one in items[2:3]] == ["commodity"]:
        return None  # knitted and woven garments
    if not _is_name(words) or not scene.ground.lexicon.nameless.isdisjoint(words.split()):
        return None
    is_kind = behind is not None and behind.value == ALL_GOODS and behind.role == "commodity"
    return f"{words} {text[behind.start : behind.end]}" if behind and is_kind else words


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
    is_short = 0 < len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS
    return is_short and words.replace(" ", "").replace("-", "").isalpha() and words.islower()


def _leads(one: Mention) -> bool:
    """Whether it stands between goods and their amount."""
    is_worth = one.role == "deal" and one.value == "value"
    return one.value == "(" or is_worth or (one.role == "case" and one.value in _LEADS)
