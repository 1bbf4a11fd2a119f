"""Templates: the time words of a lexicon, each by the words that it may begin with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from nktrade.reading.lookups import Template
from nktrade.reading.openings import DIGIT, Filler, opening
from nktrade.reading.patterns import alternation, heads

_YEAR = r"(?:19|20)\d\d|'\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_THOUSANDS = frozenset({1, 2})
"""With which digit a year begins: 一九九五, 二〇二四."""
_LONGEST_YEAR = 24
"""No year in digits is longer, with what tells it from another number."""
_DIGITS = frozenset({"year", "n", "day"})
"""Slots that digits may fill: a template that begins with one begins with any digit."""


def templates(
    tables: Mapping[str, Any],  # TOML admits anything
    slots: Mapping[str, Mapping[str, int]],
    numbers: Mapping[str, Fraction],
    eras: Iterable[str],
) -> Iterator[tuple[str, Template]]:
    """Each time template of a lexicon, once for every word that it may begin with."""
    language = tables["language"]
    spaced, blank = bool(language["spaced"]), str(language["blank"])
    whole = [word for word, value in numbers.items() if value.denominator == 1]
    year = rf"{language.get('year', _YEAR)}|{alternation(slots['years'])}"
    named = [*eras]
    if spelled := language.get("spelled_year"):
        year += rf"|{spelled}"
        named += [word for word, value in numbers.items() if value in _THOUSANDS]
    if eras:
        year += rf"|(?<![A-Za-z])(?:{alternation(eras)}) ?(?:{language['reign']})"
    starts = _starts(slots, whole, named)
    begins = {name: _openings(name, words) for name, words in starts.items()}
    months, ordinals, years = slots["months"], slots["ordinals"], slots["years"]
    fillers = {
        "month": Filler(alternation(months), _longest(months), months, begins["month"]),
        "ord": Filler(alternation(ordinals), _longest(ordinals), ordinals, begins["ord"]),
        "n": Filler(
            rf"\d{{1,2}}|{alternation(whole)}", max(2, _longest(whole)), whole, begins["n"]
        ),
        "day": Filler(_DAY, len("31st"), (), begins["day"]),
        "year": Filler(year, max(_LONGEST_YEAR, _longest(years)), years, begins["year"]),
    }
    for row in tables.get("periods", []):
        for written in row["forms"]:
            for form in sorted(_spellings(written, spaced=spaced)):
                one = Template(form, row["means"], fillers, blank, spaced=spaced)
                for head in sorted(heads(form, starts)):
                    yield head, one


def _openings(slot: str, words: Iterable[str]) -> frozenset[str]:
    """With what a slot may begin; a year in digits may have an apostrophe before it."""
    found = frozenset(opening(word) for word in words if word)
    return found | {DIGIT, "'"} if slot in _DIGITS else found


def _longest(words: Iterable[str]) -> int:
    return max(map(len, words), default=0)


def _starts(
    slots: Mapping[str, Mapping[str, int]], whole: Sequence[str], named: Iterable[str]
) -> dict[str, set[str]]:
    """The words that each slot may begin with; an empty one stands for a digit."""
    words = {
        "month": slots["months"],
        "ord": slots["ordinals"],
        "year": [*slots["years"], *named],
        "n": whole,
        "day": (),
    }
    return {name: {*listed, *({""} if name in _DIGITS else ())} for name, listed in words.items()}


def _spellings(form: str, *, spaced: bool) -> frozenset[str]:
    """The form, and the form at the head of a sentence."""
    if not spaced:
        return frozenset({form})
    if form.startswith("("):
        group, close, rest = form[1:].partition(")")
        capital = "|".join(one[:1].upper() + one[1:] for one in group.split("|"))
        return frozenset({form, f"({capital}{close}{rest}"})
    return frozenset({form, form[:1].upper() + form[1:]})
