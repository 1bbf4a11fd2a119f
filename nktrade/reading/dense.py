"""Dense text: where words of a language without blanks may begin, and what may begin there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nktrade.reading.lookups import Lookup
from nktrade.reading.patterns import alternation


class Dense(NamedTuple):
    """The words of a lexicon, to be found at any letter."""

    word: re.Pattern[str]
    """Any word, or digits."""
    landmark: re.Pattern[str]
    """The words that tell what a document is about."""
    lookups: Mapping[str, Sequence[Lookup]]
    """What may begin with a word: its own entries and those of every shorter word it begins with."""


def dense(words: Mapping[str, Lookup], landmarks: Iterable[str]) -> Dense:
    """The index of the look-ups of a language."""
    return Dense(
        re.compile(rf"\d+|(?:{alternation(key for key in words if key)})"),
        re.compile(f"(?:{alternation(key for key in landmarks if key)})"),
        {key: _beginning(key, words) for key in words},
    )


def _beginning(key: str, words: Mapping[str, Lookup]) -> Sequence[Lookup]:
    shorter = [words[key[:end]] for end in range(1, len(key) + 1) if key[:end] in words]
    return tuple(shorter) or (words[key],)
