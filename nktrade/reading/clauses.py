"""Clauses: a text in sentences, a sentence in segments, each with what was found in it, in order."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS
from nktrade.reading.elided import with_elided
from nktrade.reading.figures import Spot
from nktrade.reading.lending import spots
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.listed_years import with_listed_years
from nktrade.reading.places import placed_spots
from nktrade.reading.ranking import CONTINENTS
from nktrade.reading.words import RIVAL, Mention, mentions

_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\Z")
_STOPS = re.compile(r"[,;:()\[\]—]|--| - |\t")
_DATELINE = re.compile(
    r"\s*(?:\([A-Z][A-Za-z.' ]{2,30}\)(?= [A-Z])|[A-Z][A-Za-z.'/ ]{2,32}(?:,[^-—:;]{1,32}| ?\([^)]{1,24}\))? *(?: - |--|—)"
    r"|(?P<place>[A-Z][A-Z.'/ ]{2,32}):)"
)
_SHORT_NAME = re.compile(r"\([A-Za-z][A-Za-z.&/]{0,9}\)")
"""A bracket with a shortened name: (KITA), (bpd). The clause goes on behind it."""
_BREAKS = re.compile(r"\n+")
_LONGEST = 3000
"""No sentence is longer; what has no full stop for so long is cut, so that work stays linear."""
_LONG_LINE = 55
_WIDEST_WRAP = 200
_LEFT_OUT = frozenset({"excluding", "omitted"})
_LIST_GAP = 6
_LINK = 2
"""How many items further the next of a list stands."""
_OWN = 3
"""The possessive between a name and what it owns."""
_LISTED = frozenset({"area", "commodity", "flow", "period", "figure"})
_MUTE = frozenset(
    {
        "break", "case", "doubt", "filler", "hedge", "hedge_after", "level", "modal", "neutral",
        "says", "size", "speaker", "standing", "version",
    }
)  # fmt: skip
"""What only says something of a name, a figure or a deed beside it."""


class Sentence(NamedTuple):
    """A run of text, and what stands in it: mentions, figures and stops in order of place."""

    start: int
    end: int
    number: int
    items: tuple[Mention, ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether it names or counts anything at all."""
        for one in self.items:  # noqa: SIM110 - every sentence of a text is asked
            if one.role not in _MUTE:
                return True
        return False


def line_ends(text: str) -> Iterator[int]:
    """Where lines end that end a sentence: every line, unless its paragraph is wrapped."""
    start = 0
    for found in _BREAKS.finditer(text):
        if found.end() - found.start() > 1 or not _is_wrapped(text, start, found.start()):
            yield found.end()
        start = found.end()
    yield len(text)


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether the line goes on in the next: long, without a full stop, the next in lower case."""
    if not _LONG_LINE <= end - start <= _WIDEST_WRAP or text[end - 1] in ".!?:\"'":
        return False
    follows = text[end + 1 : end + 2]
    return follows.islower() or follows.isdigit() or follows == "$" or text[end - 1] == ","


def sentences_of(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """From where to where the sentences of a line stand."""
    out = []
    for found in (*lexicon.sentence.finditer(text, start, end), None):
        stop = found.end() if found else end
        if found and _abbreviates(text, found.start(), lexicon):
            continue
        while stop - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = cut + 1 if cut > start else start + _LONGEST
            out.append((start, cut))
            start = cut
        if text[start:stop].strip():
            out.append((start, stop))
        start = stop
    return out


def _abbreviates(text: str, dot: int, lexicon: Lexicon) -> bool:
    """Whether the full stop belongs to a shortened word: Nov. 19, U.S. goods."""
    if text[dot] != "." or not lexicon.abbreviations:
        return False
    word = _LAST_WORD.search(text[max(0, dot - 12) : dot])
    return bool(word and word[0] in lexicon.abbreviations)


def filled(text: str, lexicon: Lexicon, sentence: Sentence) -> Sentence:
    """The sentence with its items; a mention that lies inside a figure goes with the figure."""
    found = _without_wholes(text, mentions(text, lexicon, sentence.start, sentence.end), lexicon)
    roles, values = {one.role for one in found}, {one.value for one in found}
    if "world" in roles or not CONTINENTS.isdisjoint(values):
        found = list(_epithets(text, found, lexicon))
    if "compared" in roles and not lexicon.marks_cases:
        found = [_of_rival(one) if one.role == "compared" else one for one in found]
    if "example" in values:
        found = _without_examples(found)
    find = placed_spots if lexicon.places else spots
    figures = find(text, found, lexicon, sentence.start, sentence.end)
    marks = [Mention(one.start, one.end, "figure", str(index)) for index, one in enumerate(figures)]
    if marks and "moved" in roles:
        # That goods are moved is a deed beside figures, which say how much.
        found = [one._replace(role="deed") if one.role == "moved" else one for one in found]
    rows = _unshadowed(sorted([*marks, *found], key=attrgetter("start")))  # figures first
    items = with_listed_years(with_elided(text, rows, lexicon, sentence.end), figures)
    return sentence._replace(items=tuple(items), spots=tuple(figures))


def _epithets(text: str, found: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The words, names like the world's biggest buyer as pronouns: a part of the world is no party in them."""
    reached = 0
    for one in found:
        is_part = one.role == "world" or one.value in CONTINENTS
        named = lexicon.ranked.match(text, one.end) if is_part else None
        if one.start >= reached:
            yield Mention(one.start, named.end(), "pronoun", "self") if named else one
        reached = named.end() if named else reached


def _without_wholes(text: str, found: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The words without a country that only says where its province lies: China's Liaoning Province."""
    wholes = {
        one
        for one, part in pairwise(found)
        if part.role == one.role == "area"
        and part.value.startswith(f"{one.value}-")
        and (owned := lexicon.possessive.match(text, one.end)) is not None
        and part.start - owned.end() <= 1
    }
    return [one for one in found if one not in wholes]


def _without_examples(found: Sequence[Mention]) -> list[Mention]:
    """The words without goods that only illustrate those before them: minerals such as coal and iron ore."""
    goods = [one for one in found if one.role == "commodity"]
    reached, dropped = -1, set[Mention]()
    for one, other in pairwise(goods):
        between = [each for each in found if one.end <= each.start < other.start]
        is_led = [each.value for each in between] == ["example"]
        is_close = other.start - one.end <= _LIST_GAP and all(
            each.role == "break" for each in between
        )
        if is_led or (reached == one.end and is_close):
            reached = other.end
            dropped |= {*between, other}
    return [one for one in found if one not in dropped]


def _of_rival(one: Mention) -> Mention:
    """The word that compares two, as the case of the one named behind it: the rival."""
    is_pair = not one.value.startswith("led")
    return one._replace(role="case", value=f"{RIVAL}:{one.value}") if is_pair else one


def _unshadowed(items: list[Mention]) -> list[Mention]:
    """Items in order, without the words that a figure swallowed; swallowed goods stay."""
    found: list[Mention] = []
    reached = -1
    for one in items:
        if one.role == "figure":
            reached = one.end
        elif one.start < reached and one.role != "commodity":
            continue
        found.append(one)
    return found


def segments(text: str, sentence: Sentence) -> list[list[Mention]]:
    """The sentence cut at stops and at words that open a clause; lists of like things stay whole."""
    stops = [
        Mention(found.start(), found.end(), "stop", found[0].strip() or "-")
        for found in _STOPS.finditer(text, sentence.start, sentence.end)
    ]
    items = [
        one
        for before, one in pairwise((None, *sentence.items))
        if one is not None
        and one.role != "filler"
        and not (one.role == "pronoun" and _is_owned_pair(before, one))
    ]
    if stops:
        spans = [(one.start, one.end) for one in items if one.role in {"figure", "period"}]
        spans += [one.span() for one in _SHORT_NAME.finditer(text, sentence.start, sentence.end)]
        stops = [one for one in stops if not any(a <= one.start < b for a, b in spans)]
        dealt = [one for one in items if one.role == "respectively"]
        stops = [one for one in stops if not any(_sets_off(one, word) for word in dealt)]
        items = sorted([*items, *stops], key=attrgetter("start"))
        items = _listed(text, items)
    out: list[list[Mention]] = [[]]
    for index, one in enumerate(items):
        if one.role == "stop" or (one.role == "break" and not _joins(items, index)):
            out.append([one])
        else:
            out[-1].append(one)
    return [one for one in out if one and not any(item.value in _LEFT_OUT for item in one)]


def _sets_off(stop: Mention, word: Mention) -> bool:
    """Whether a comma only sets off the word beside it: $3 million and $4 million, respectively, in May."""
    return stop.value == "," and (stop.start == word.end or stop.end + 1 == word.start)


def _is_owned_pair(before: Mention | None, pronoun: Mention) -> bool:
    """Whether a word for both sides stands right behind the one whose trade it is: China's two-way trade."""
    if pronoun.value != "pair" or before is None or before.role != "area":
        return False
    return pronoun.start <= before.end + _OWN


def _listed(text: str, items: Sequence[Mention]) -> list[Mention]:
    """The items with the commas of a list of countries or goods as soft breaks: China, Japan and India; coal, zinc, and iron."""
    found = list(items)
    for index in range(len(items) - 2, 1, -1):
        if items[index].value != "soft" or not _is_listed(items[index + 1]):
            continue
        joined = items[index + 1].role
        is_oxford = text[items[index - 1].start : items[index - 1].end] == ","
        at = index - 1 - is_oxford
        if items[index + 1].start - items[at].end > _LIST_GAP + is_oxford:
            continue
        while at > 1 and _is_row(text, items[at - _LINK : at + 1], joined):
            found[at - 1] = items[at - 1]._replace(role="break", value="soft")
            at -= _LINK
        if is_oxford and at < index - _LINK:
            found[index - 1] = items[index]._replace(start=items[index - 1].start)
            del found[index]
    return found


def _is_listed(one: Mention) -> bool:
    """Whether there are lists of it: countries, and goods that are not all goods."""
    return one.role == "area" or (one.role == "commodity" and one.value != ALL_GOODS)


def _is_row(text: str, items: Sequence[Mention], role: str) -> bool:
    """Whether two of a list stand side by side, with only a comma between them."""
    before, comma, after = items
    is_comma = text[comma.start : comma.end] == ","
    beside = after.start - before.end <= _LIST_GAP
    return is_comma and beside and before.role == after.role == role and _is_listed(before)


def datelined(text: str, sentence: Sentence) -> int:
    """Where the sentence begins behind a dateline, whose place is nobody's trade: SEOUL, May 3 - ."""
    found = _DATELINE.match(text, sentence.start, sentence.end)
    if found is None:
        return sentence.start
    within = [one.role for one in sentence.items if one.start < found.end()]
    is_label = found["place"] is not None and within != ["area"]  # EU TRADE: JANUARY DEFICIT
    return sentence.start if is_label else found.end()


def _joins(items: list[Mention], index: int) -> bool:
    """Whether a soft break stands between two of a kind: coal and ore, exports and imports."""
    if items[index].value != "soft" or not 0 < index < len(items) - 1:
        return False
    before, after = items[index - 1], items[index + 1]
    return before.role == after.role and before.role in _LISTED - {"figure", "period"}
