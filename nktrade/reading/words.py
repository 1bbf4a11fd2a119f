"""Names: every word of a text that the lexicon knows, longest first, none overlapping another."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from nktrade.reading.lexicon import Lexicon
from nktrade.reading.lookups import Lookup
from nktrade.reading.periods import When, filled
from nktrade.reading.telling import places
from nktrade.reference.commodities import goods_of_code

_LOOK_BACK = 12
_NUMBER_BEFORE = 10
_ARTICLE = len(" the ")
"""How far before the word resolution its number may begin: 第2397号."""
_DIGITS = re.compile(r"(?<![\d.,$€£¥])\d{1,4}(?![\d%]|[.,]\d)")
"""Digits that may begin a date: few, and no money, decimals or percentages."""

_LINE = re.compile(r"[ -]?(?P<line>\d\d(?:\.?\d\d){0,3})(?![\d%]|[.,]\d)")
"""The number of an HS chapter, heading or subheading."""


class Mention(NamedTuple):
    """A known word at its place, with what it is to the engine."""

    start: int
    end: int
    role: str
    value: str
    when: When | None = None


_TRADING = frozenset({"flow", "deal", "deed"})
_WITH_ONE = re.compile(r" (?:[^\W\d]+ )?")
"""A blank, and at most one word more: sold new ships."""
_ARTICLED = frozenset({"area", "pronoun"})
"""What may be known with its article: the South, the two."""
_FITTED = _ARTICLED | {"deed", "resolution", "heading"}
"""What ends elsewhere for what stands behind it."""
OWN = "OWN"
"""Where the text itself is from."""
RIVAL = "rival"
"""The case of a name that another is compared with: Russia overtook China."""
_OF_RIVAL = f"{RIVAL}:"


def is_comparing(one: Mention) -> bool:
    """Whether a word says something of two flows: replaced, overtook, became the largest."""
    is_rival = one.role == "case" and one.value.startswith(_OF_RIVAL)
    return is_rival or one.role == "compared"


def mentions(text: str, lexicon: Lexicon, start: int = 0, stop: int | None = None) -> list[Mention]:
    """Known words and time words of a stretch of text, in order of their place."""
    stop = len(text) if stop is None else stop
    words = lexicon.words
    if not lexicon.spaced:
        return _dense(text, lexicon, start, stop)
    places = [
        (found.start(), lookup)
        for found in lexicon.word.finditer(text, start, stop)
        if (lookup := words.get(found[0]))
    ]
    if "" in words:
        at_digit = words[""]
        places += [(found.start(), at_digit) for found in _DIGITS.finditer(text, start, stop)]
        places.sort(key=itemgetter(0))
    found: list[Mention] = []
    end = start
    for at, (place, lookup) in enumerate(places):
        if place < end:
            continue
        best = _longest(text, place, lookup, lexicon)
        if best is not None and best.role == "noun":
            best = _noun(text, best, found[-2:], places[at + 1 : at + 4])
        if best is None:
            continue
        if best.role in _FITTED:
            best = _fitted(text, best, places[at + 1 : at + 4], lexicon)
        found.append(best)
        end = best.end
    return found


def _fitted(
    text: str, one: Mention, behind: Sequence[tuple[int, Lookup]], lexicon: Lexicon
) -> Mention:
    """The word as far as it reaches where it stands."""
    match one.role:
        case "deed":
            return _before_time(text, one, behind, lexicon) if "|" in one.value else one
        case "resolution":
            return one._replace(end=_past_numbers(text, one.end, lexicon))
        case "heading":
            return _classified(text, one)
    return _name_within(text, one, behind[:1]) or one


def _noun(
    text: str, word: Mention, before: Sequence[Mention], behind: Sequence[tuple[int, Lookup]]
) -> Mention | None:
    """Goods where they are traded, elsewhere what else the word is: exports of lead, ship exports; but they lead, it ships.

    A verb begins no sentence with a capital: Ships contributed 4.9 billion.
    """
    goods, role, value = word.value.split("|")
    is_begun = role == "deed" and text[word.start].isupper()
    if text[word.end : word.end + 1] == "-":
        return None
    if is_begun or _is_traded(text, word, before) or _leads_to_flow(text, word, before, behind):
        return word._replace(role="commodity", value=goods)
    return word._replace(role=role, value=value) if role else None


def _is_traded(text: str, word: Mention, before: Sequence[Mention]) -> bool:
    """Whether a flow, a deed or other goods lead to it: exports of lead, sold ships, zinc and lead."""
    match before:
        case [*_, Mention(role="commodity"), Mention(role="break", end=end)]:
            return text[end : word.start].isspace()
        case [*_, Mention(role="commodity", end=end)]:
            return text[end : word.start] == ", "
        case [*_, Mention(role=role), Mention(role="case", value="of", end=end)] if (
            role in _TRADING
        ):
            return _WITH_ONE.fullmatch(text, end, word.start) is not None
        case [*_, Mention(role="deed", end=end)]:
            return _WITH_ONE.fullmatch(text, end, word.start) is not None
    return False


def _leads_to_flow(
    text: str, word: Mention, before: Sequence[Mention], behind: Sequence[tuple[int, Lookup]]
) -> bool:
    """Whether a flow follows at once, of which it is the goods: ship exports; but they lead exports."""
    if any(one.role == "pronoun" and one.end == word.start - 1 for one in before):
        return False
    entries = (lookup.at(text, place) for place, lookup in behind if place == word.end + 1)
    return any(entry is not None and entry.role in {"flow", "deal"} for entry in entries)


def _before_time(
    text: str, verb: Mention, behind: Sequence[tuple[int, Lookup]], lexicon: Lexicon
) -> Mention:
    """The verb without its last word where that leads to a time: it shipped in 5 tons, but 5 tons shipped in May.

    What was shipped in last year came in.
    """
    whole, bare = verb.value.split("|")
    near = (one for one in behind if 0 < one[0] - verb.end <= _ARTICLE)
    begun = (_longest(text, place, lookup, lexicon) for place, lookup in near)
    if not any(one is not None and one.when and one.when.shift is None for one in begun):
        return verb._replace(value=whole)
    return verb._replace(end=text.rindex(" ", verb.start, verb.end), value=bare)


def _name_within(text: str, best: Mention, behind: Sequence[tuple[int, Lookup]]) -> Mention | None:
    """The country whose name begins inside a word with its article and goes on behind it: the South African."""
    for place, lookup in behind:
        entry = (
            lookup.at(text, place)
            if place < best.end and text[best.end : best.end + 1].isspace()
            else None
        )
        if entry is not None and entry.role == "area" and place + len(entry.surface) > best.end:
            return Mention(place, place + len(entry.surface), entry.role, entry.value)
    return None


def landmarks(text: str, lexicon: Lexicon) -> list[Mention]:
    """The words of a whole text that tell what it is about, or hold a claim without digits."""
    if not lexicon.spaced:
        return _dense(text, lexicon, 0, len(text), is_landmark=True)
    found: list[Mention] = []
    end = 0
    begun = places(text, lexicon.word, lexicon.landmarks)
    for at, (place, lookup) in enumerate(begun):
        entry = lookup.at(text, place) if place >= end else None
        if entry is None:
            continue
        best = Mention(place, place + len(entry.surface), entry.role, entry.value)
        if best.role in _ARTICLED:
            best = _name_within(text, best, begun[at + 1 : at + 2]) or best
        end = best.end
        found.append(best)
    return found


def _dense(
    text: str, lexicon: Lexicon, start: int, stop: int, *, is_landmark: bool = False
) -> list[Mention]:
    """The known words of a stretch without blanks: what follows a word begins the next."""
    index = lexicon.dense
    search = (index.landmark if is_landmark else index.word).search
    found: list[Mention] = []
    place = search(text, start, stop)
    while place:
        at, key = place.start(), place[0]
        if key.isdecimal() and not index.dated.match(text, at):
            place = search(text, place.end(), stop)
            continue
        best = None
        for lookup in index.lookups["" if key.isdecimal() else key]:
            one = _longest(text, at, lookup, lexicon)
            best = one if one and (best is None or _is_nearer(one, best)) else best
        if best and best.role == "resolution":
            best = _numbered(text, best, lexicon)
        if best and best.role == "heading":
            best = _classified(text, best)
        if best:
            best = _own(best, lexicon)
            found.append(best)
        past = best.end if best else place.end() if key.isdecimal() else at + 1
        place = search(text, past, stop)
    return found


def _is_nearer(one: Mention, best: Mention) -> bool:
    """Whether a word reaches further, or is a time that more letters are written out of: 前一个月, not 前{n}个月."""
    return one.end > best.end or (one.end == best.end and one.role == best.role == "period")


def _numbered(text: str, one: Mention, lexicon: Lexicon) -> Mention:
    """The word resolution with its numbers, which may stand before it or behind."""
    window = max(0, one.start - _NUMBER_BEFORE)
    before = lexicon.citation_before.search(text[window : one.start])
    start = window + before.start() if before else one.start
    return one._replace(start=start, end=_past_numbers(text, one.end, lexicon))


def _classified(text: str, one: Mention) -> Mention:
    """The goods of an HS line that is named by its number: HS 2701, chapter 67; a word beside no number is nothing."""
    code = _LINE.match(text, one.end)
    is_open = one.value == "under_hs" and "HS" not in text  # a report has chapters too
    if code is None or is_open:
        return one._replace(role="neutral")
    return one._replace(role="commodity", value=goods_of_code(code["line"]), end=code.end())


def _own(one: Mention, lexicon: Lexicon) -> Mention:
    """The country of the text where it calls it its own: 我国; any other word as it is."""
    is_own = one.value == OWN and lexicon.country is not None
    return one._replace(value=lexicon.country or OWN) if is_own else one


def _longest(text: str, start: int, lookup: Lookup, lexicon: Lexicon) -> Mention | None:
    """The entry that reaches furthest; a time template wins over a word of its length."""
    best: Mention | None = None
    for one in lookup.templates_at(text, start) if lookup.templates else ():
        timed = one.at(text, start)
        reaches = timed is not None and (best is None or timed.end() > best.end)
        if timed and reaches and not _is_amount(text, timed, lexicon):
            end = timed.start() + len(timed[0].rstrip(" ,"))  # a comma behind opens a clause
            best = Mention(start, end, "period", one.means, filled(timed, one.means, lexicon))
    entry = lookup.at(text, start)
    if entry and (best is None or start + len(entry.surface) > best.end):
        best = Mention(start, start + len(entry.surface), entry.role, entry.value)
    return best


def _is_amount(text: str, timed: "re.Match[str]", lexicon: Lexicon) -> bool:
    """Whether digits that could be a year are counted in a unit or money: 1900 tons, $2000."""
    start, end = timed.span()
    if not timed[0].isdigit():
        return False
    counted = lexicon.unit.match(text, end + (text[end : end + 1] in {" ", "-"}))
    return bool(counted or lexicon.money_before.search(text[max(0, start - _LOOK_BACK) : start]))


def _past_numbers(text: str, end: int, lexicon: Lexicon) -> int:
    """Where the numbers behind the word resolution end: they are no years."""
    matched = lexicon.citation.match(text, end)
    while matched:
        end = matched.end()
        matched = lexicon.citation_next.match(text, end)
    return end
