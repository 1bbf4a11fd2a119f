"""Dense text: where words of a language without blanks may begin, and what may begin there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nktrade.reading.lookups import Lookup, Template
from nktrade.reading.patterns import alternation

_NAMES = re.compile(r"\(\?P<\w+>")


class Dense(NamedTuple):
    """The words of a lexicon, to be found at any letter."""

    word: re.Pattern[str]
    """Any word, or digits."""
    landmark: re.Pattern[str]
    """The words that tell what a document is about."""
    lookups: Mapping[str, Sequence[Lookup]]
    """What may begin with a word: its own entries and those of every shorter word it begins with."""
    dated: re.Pattern[str]
    """Digits that begin a time template: most digits of a text begin none."""


def dense(words: Mapping[str, Lookup], landmarks: Iterable[str]) -> Dense:
    """The index of the look-ups of a language."""
    return Dense(
        re.compile(rf"\d+|{_anywhere(key for key in words if key)}"),
        re.compile(_anywhere(key for key in landmarks if key)),
        {key: _beginning(key, words) for key in words},
        _any(words[""].templates) if "" in words else re.compile(r"(?!)"),
    )


def _anywhere(keys: Iterable[str]) -> str:
    """Any of the words; letters that begin none are ruled out at once."""
    known = list(keys)
    firsts = re.escape("".join(sorted({key[0] for key in known})))
    return f"(?=[{firsts}])(?:{alternation(known)})" if known else "(?!)"


def _any(templates: Iterable[Template]) -> re.Pattern[str]:
    return re.compile("|".join(_NAMES.sub("(?:", one.match.pattern) for one in templates))


def _beginning(key: str, words: Mapping[str, Lookup]) -> Sequence[Lookup]:
    shorter = [words[key[:end]] for end in range(1, len(key) + 1) if key[:end] in words]
    return tuple(shorter) or (words[key],)
