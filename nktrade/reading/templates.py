"""Templates: the time words of a lexicon, each by the words that it may begin with."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from nktrade.reading.lookups import Template
from nktrade.reading.openings import Filler, opening
from nktrade.reading.patterns import alternation, first_word, heads

_YEAR = r"(?:19|20)\d\d|'\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_THOUSANDS = frozenset({1, 2})
"""With which digit a year begins: 一九九五, 二〇二四."""
_LONGEST_YEAR = 24
"""No year in digits is longer, with what tells it from another number."""
_ON_DIGITS = re.compile(r"\\d([^\W\d_])")
"""Letters that a pattern has right behind digits: 2018年."""


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
    months, ordinals, years = slots["months"], slots["ordinals"], slots["years"]
    written = (f"0{one}" for one in _ON_DIGITS.findall(year))
    fillers = {
        "month": _filler(alternation(months), [*months]),
        "ord": _filler(alternation(ordinals), [*ordinals]),
        "n": _filler(rf"\d{{1,2}}|{alternation(whole)}", ["0", *whole], least=2),
        "day": _filler(_DAY, ["0", "0st", "0nd", "0rd", "0th"], least=4),
        "year": _filler(year, ["0", *written, *years], ["'", *named], least=_LONGEST_YEAR),
    }
    starts = {slot: one.heads for slot, one in fillers.items()}
    for row in tables.get("periods", []):
        for written in row["forms"]:
            for form in sorted(_spellings(written, spaced=spaced)):
                one = Template(form, row["means"], fillers, blank, spaced=spaced)
                for head in sorted(heads(form, starts)):
                    yield head, one


def _filler(
    pattern: str, words: Sequence[str], led: Sequence[str] = (), *, least: int = 0
) -> Filler:
    by_head = {head: [*found] for head, found in groupby(sorted(words, key=first_word), first_word)}
    return Filler(
        pattern,
        width=max(least, *map(len, words)) if words else least,
        words=by_head,
        heads=frozenset({*by_head, *map(first_word, led)}),
        begins=frozenset(map(opening, (*words, *led))),
    )


def _spellings(form: str, *, spaced: bool) -> frozenset[str]:
    """The form, and the form at the head of a sentence."""
    if not spaced:
        return frozenset({form})
    if form.startswith("("):
        group, close, rest = form[1:].partition(")")
        capital = "|".join(one[:1].upper() + one[1:] for one in group.split("|"))
        return frozenset({form, f"({capital}{close}{rest}"})
    return frozenset({form, form[:1].upper() + form[1:]})
