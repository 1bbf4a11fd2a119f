"""Sometime: amounts of a time that words tell of and do not name: before the pandemic, at its peak, now."""

from collections.abc import Sequence

from nktrade.reading.clauses import Sentence
from nktrade.reading.drafts import Draft
from nktrade.reading.vocabulary import Lexicon

_TAKEN_OVER = frozenset({"text", "prior"})
"""Whence a time is that no words of the sentence tell."""
_NO_TIME = "none"
"""What a time word means that dates nothing."""


def at_some_time(
    text: str, sentence: Sentence, drafts: Sequence[Draft], words: Lexicon
) -> list[Draft]:
    """The drafts, without the time that they take over from other sentences where their own tells of another.

    Words right before an amount are of it alone: the most since 2019, when it had come to $3 million.
    """
    is_named = any(one.role == "period" and one.value != _NO_TIME for one in sentence.items)
    is_replaced = any(one.version for one in drafts)  # first given as 12 tons, are now 14
    told = words.sometime.search(text, sentence.start, sentence.end)
    if is_named or is_replaced or (told is None and not _is_since(sentence)):
        return list(drafts)
    starts = {one.spot.start for one in drafts} & ({told.end(), told.end() + 1} if told else set())
    return [
        one._replace(period=None)
        if one.whence in _TAKEN_OVER and (not starts or one.spot.start in starts)
        else one
        for one in drafts
    ]


def _is_since(sentence: Sentence) -> bool:
    """Whether a sentence begins with since when its flow is counted: 1月以来出口, 1월 이후 수출은."""
    first = [(one.role, one.value) for one in sentence.items[:2]]
    return [role for role, _ in first] == ["period", "flow"] and first[0][1] == _NO_TIME
