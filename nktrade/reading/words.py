"""Names: every word of a text that the lexicon knows, longest first, none overlapping another."""

import re
from typing import NamedTuple

from nktrade.reading.lexicon import Entry, Lexicon
from nktrade.reading.periods import When, filled

_DIGITS = re.compile(r"\d+")


class Mention(NamedTuple):
    """A known word at its place, with what it is to the engine."""

    start: int
    end: int
    role: str
    value: str
    when: When | None = None


def mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """Known words and time words in order of their place."""
    if not lexicon.spaced:
        return _dense(text, lexicon)
    found: list[Mention] = []
    end = 0
    words, at_digit = lexicon.words, lexicon.words.get("", ())
    for start, key in _places(text, lexicon):
        if start < end:
            continue
        entries = at_digit if key == "" else words[key]
        best = _longest(text, start, entries, lexicon)
        if best and best.role == "resolution":
            best = best._replace(end=_past_numbers(text, best.end, lexicon))
        if best:
            found.append(best)
            end = best.end
    return found


def _dense(text: str, lexicon: Lexicon) -> list[Mention]:
    """The known words of a text without blanks: what follows a word begins the next."""
    found: list[Mention] = []
    words, search = lexicon.words, lexicon.word.search
    place = search(text)
    while place:
        start, key = place.start(), place[0]
        best = _longest(text, start, words["" if key.isdecimal() else key], lexicon)
        if best and best.role == "resolution":
            best = best._replace(end=_past_numbers(text, best.end, lexicon))
        if best:
            found.append(best)
        place = search(text, best.end if best else _past(text, start))
    return found


def _past(text: str, start: int) -> int:
    """Where to look on after a place where nothing was found: never inside a numeral."""
    digits = _DIGITS.match(text, start)
    return digits.end() if digits else start + 1


def _past_numbers(text: str, end: int, lexicon: Lexicon) -> int:
    """Where the numbers behind the word resolution end: they are no years."""
    matched = lexicon.citation.match(text, end)
    while matched:
        end = matched.end()
        matched = lexicon.citation_next.match(text, end)
    return end


def _places(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """Where a look-up can succeed: at known words, and at digits that may begin a date."""
    words = lexicon.words
    known = [
        (found.start(), found[0]) for found in lexicon.word.finditer(text) if found[0] in words
    ]
    if "" not in words:
        return known
    digits = [(found.start(), "") for found in _DIGITS.finditer(text)]
    return sorted(known + digits)


def _longest(text: str, start: int, entries: tuple[Entry, ...], lexicon: Lexicon) -> Mention | None:
    """The entry that reaches furthest; a time template wins over a word of its length."""
    best: Mention | None = None
    for entry in entries:
        if entry.pattern is not None:
            matched = entry.pattern.match(text, start)
            if matched and (best is None or matched.end() > best.end):
                when = filled(matched, entry.value, lexicon)
                best = Mention(start, matched.end(), "period", entry.value, when)
        elif text.startswith(entry.surface, start):
            end = start + len(entry.surface)
            if (best is None or end > best.end) and _ends_word(text, end, lexicon):
                best = Mention(start, end, entry.role, entry.value)
    return best


def _ends_word(text: str, end: int, lexicon: Lexicon) -> bool:
    if not lexicon.spaced or not text[end - 1].isalpha():
        return True
    return not text[end : end + 1].isalpha()
