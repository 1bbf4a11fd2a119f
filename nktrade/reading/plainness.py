"""Plainness: whether a sentence says nothing but who traded with whom, which way, when, how much and how it changed.

A part of the trade that no list has a name for leaves words behind that nothing reads ("border trade", "exports of
state-run firms"). Where every word of a sentence is known and none of them narrows, what it tells is of all. What
it takes over from sentences before is narrowed where one of those is.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import Flow
from nktrade.core.period import MONTHS, Period
from nktrade.reading.clauses import Sentence
from nktrade.reading.discourse import CLAUSE
from nktrade.reading.drafts import Draft
from nktrade.reading.vocabulary import Lexicon
from nktrade.reading.words import Mention

_PLAIN = frozenset(
    {
        "area", "base", "break", "case", "change", "cites", "compare", "deal", "deed", "figure", "filler", "flow",
        "hedge", "hedge_after", "level", "part", "period", "pronoun", "respectively", "says", "since", "source", "stop",
    }
)  # fmt: skip
"""What words may be that narrow nothing: no goods, no place, no way, no firm, no share."""
_OF_ALL = frozenset({"all", "recorded"})
"""Goods that are all goods, and a channel that all counted trade takes."""
_SAYING = frozenset({"cites", "says"})
_COUNT = "count"
"""The group of plain words that say that somebody counted: whose count it is stands beside them, or is open."""
_TOLD = frozenset({"words", "clause"})
"""Whence a time is that stands in the words."""
_LETTERS = re.compile(r"[^\W\d_]+")


class Course(NamedTuple):
    """What the sentences before leave open to one that goes on from them."""

    is_plain: bool = False
    """Whether nothing in them narrows what they tell."""
    told: frozenset[Period] = frozenset()
    """The times that the last of them tells of; none where one of these was not told in words and carried on from there."""


def plainly_told(
    text: str, sentence: Sentence, drafts: Sequence[Draft], words: Lexicon, before: Course
) -> tuple[list[Draft], Course]:
    """The drafts of a sentence marked where nothing narrows them, and what it leaves open to the next one.

    What it does not tell itself it takes over from the sentences before it: the sides, and the one time that was told of.
    """
    is_plain = _is_plain(text, sentence, words)
    is_plain = is_plain and (before.is_plain or any(_tells_sides(one) for one in drafts))
    is_plain = is_plain and not any(_leaves_partner_out(one) for one in drafts)
    dated = [_is_dated(one, before.told) for one in drafts]
    told = [one.period for one in drafts if one.period and not one.sort.is_base]
    marked = [
        one._replace(is_plain=is_plain and is_dated)
        for one, is_dated in zip(drafts, dated, strict=True)
    ]
    return marked, Course(is_plain, frozenset(told if all(dated) else ()))


def _is_dated(draft: Draft, told: frozenset[Period]) -> bool:
    """Whether its words tell its time, or it is of the one time that the sentence before tells of, or of a year before that."""
    if draft.whence in _TOLD:
        return True
    if draft.period is None or len(told) != 1:
        return False
    return not told.isdisjoint({draft.period, draft.period.shifted(MONTHS)})


def _tells_sides(draft: Draft) -> bool:
    """Whether the words name both sides."""
    return all(side.value is not None and side.trust >= CLAUSE for side in draft.sides)


def _leaves_partner_out(draft: Draft) -> bool:
    """Whether words name whose trade it is and not with whom: North Korea's imports may be those from all."""
    is_half = draft.sides.reporter.trust >= CLAUSE > draft.sides.partner.trust
    return is_half and draft.flow.value != Flow.BALANCE  # of what its passage tells, and says whose


def _is_plain(text: str, sentence: Sentence, words: Lexicon) -> bool:
    """Whether every word of it is known, and none of them narrows."""
    if not all(one.role in _PLAIN or one.value in _OF_ALL for one in sentence.items):
        return False
    roles = {one.role for one in sentence.items}
    if roles & _SAYING and "source" not in roles:
        return False  # whose count somebody told is open: North Korean data showed
    is_moved = "change" in roles and all(one.unit != "percent" for one in sentence.spots)
    if "period" not in roles and is_moved:
        return False  # exports rose to 9 million: from what was told, it may be
    if "period" not in roles and words.past.search(text, sentence.start, sentence.end):
        return False  # trade had been 5 million: of a time before the one spoken of
    flows = (text[one.start : one.end] for one in sentence.items if one.role == "flow")
    if any(words.narrowing.search(one) for one in flows):
        return False
    known = [words.plain.fullmatch(left) for left in _left(text, sentence)]
    is_counted = any(one is not None and one.groupdict().get(_COUNT) for one in known)
    return None not in known and ("source" in roles or not is_counted)


def _left(text: str, sentence: Sentence) -> list[str]:
    """The runs of letters that no known word covers."""
    reached, found = sentence.start, []
    for start, end in sorted(_spans(sentence.items, sentence)):
        found += _LETTERS.findall(text[reached : max(reached, start)])
        reached = max(reached, end)
    return found + _LETTERS.findall(text[reached : sentence.end])


def _spans(items: Sequence[Mention], sentence: Sentence) -> list[tuple[int, int]]:
    """Where its known words and its figures stand."""
    words = [(one.start, one.end) for one in items]
    return words + [(one.start, one.end) for one in sentence.spots]
