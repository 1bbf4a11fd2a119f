"""Telling words: look-ups that are asked only where the longest word of one of their spellings stands.

Most words of a text are the, of and in, and each of them begins the name of something. Whoever looks for the North
at every North, and not at every the, passes over them: the longest word of a name is most often its rarest.
"""

import re
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import NamedTuple

from nktrade.reading.lookups import Lookup


class Lead(NamedTuple):
    """What may begin so many letters before a telling word."""

    back: int
    lookup: Lookup


Telling = Mapping[str, tuple[Lead, ...]]
"""The look-ups by the longest words of their spellings."""


def telling(lookups: Iterable[Lookup], word: re.Pattern[str]) -> Telling:
    """Each spelling by the longest word of it, the last of several: the two by two."""
    leads: dict[str, dict[Lead, None]] = {}
    for one in lookups:
        for surface in one.entries:
            words = [*word.finditer(surface)]
            longest = max(reversed(words), key=_length, default=None)
            if longest is not None:
                leads.setdefault(longest[0], {})[Lead(longest.start(), one)] = None
    return {found: tuple(sorted(each, key=itemgetter(0))) for found, each in leads.items()}


def _length(found: "re.Match[str]") -> int:
    return found.end() - found.start()


def places(text: str, word: re.Pattern[str], known: Telling) -> list[tuple[int, Lookup]]:
    """Where spellings may begin, in order of their place."""
    told = [
        (found.start(), leads)
        for found in word.finditer(text)
        if (leads := known.get(found[0])) is not None
    ]
    begun: dict[int, Lookup] = {}
    for at, leads in told:
        for back, one in leads:
            if not back or (text.startswith(one.word, at - back) and _is_whole(text, at - back)):
                begun[at - back] = one
    return sorted(begun.items(), key=itemgetter(0))


def _is_whole(text: str, start: int) -> bool:
    """Whether the word that begins there is not cut out of a longer one, nor from the end of the text."""
    return start >= 0 and not text[max(0, start - 1) : start].isalpha()
