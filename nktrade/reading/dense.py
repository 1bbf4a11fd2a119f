"""Dense text: where words of a language without blanks may begin, and what may begin there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nktrade.reading.lookups import Lookup, Template
from nktrade.reading.patterns import alternation

_TRIED = 48
"""So many first letters are tried one by one: of hundreds, a look at each set of so many spares most."""
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
        re.compile(rf"{_numbered(words)}\d+|{_anywhere(key for key in words if key)}"),
        re.compile(_anywhere(key for key in landmarks if key)),
        {key: (*_beginning(key, words), *_timed(key, words)) for key in words},
        _any(words[""].templates) if "" in words else re.compile(r"(?!)"),
    )


def _numbered(words: Iterable[str]) -> str:
    """Words that begin with a number, before the number alone: 1日当たり."""
    known = [key for key in words if key[:1].isdecimal()]
    return rf"(?<!\d)(?:{alternation(known)})|" if known else ""


def _timed(key: str, words: Mapping[str, Lookup]) -> Sequence[Lookup]:
    """The times that may begin with the number that a word begins with."""
    return (words[""],) if key[:1].isdecimal() and "" in words else ()


def _anywhere(keys: Iterable[str]) -> str:
    """Any of the words; letters that begin none, or none of some, are ruled out at once."""
    known = sorted(keys)
    firsts = sorted({key[0] for key in known})
    groups = [firsts[at : at + _TRIED] for at in range(0, len(firsts), _TRIED)]
    words = (alternation(key for key in known if key[0] in group) for group in groups)
    choices = [f"{_before(group)}(?:{one})" for group, one in zip(groups, words, strict=True)]
    return f"{_before(firsts)}(?:{'|'.join(choices)})" if known else "(?!)"


def _before(letters: Iterable[str]) -> str:
    return f"(?=[{re.escape(''.join(letters))}])"


def _any(templates: Iterable[Template]) -> re.Pattern[str]:
    return re.compile("|".join(_NAMES.sub("(?:", one.match.pattern) for one in templates))


def _beginning(key: str, words: Mapping[str, Lookup]) -> Sequence[Lookup]:
    shorter = [words[key[:end]] for end in range(1, len(key) + 1) if key[:end] in words]
    return tuple(shorter) or (words[key],)
