"""Names that are looked for at their longest word are those that a look at every word finds."""

import re

import pytest

from nktrade.reading.lexicon import lexicon
from nktrade.reading.lookups import Entry, Lookup
from nktrade.reading.telling import places, telling

WORD = re.compile(r"[^\W\d_]+")


def lookups(*surfaces: str) -> list[Lookup]:
    """Look-ups of these spellings by their first word, as a lexicon has them."""
    by_word: dict[str, dict[str, Entry]] = {}
    for one in surfaces:
        begins = WORD.match(one)
        assert begins is not None
        by_word.setdefault(begins[0], {})[one] = Entry(one, "area", one)
    return [Lookup(word, entries, ()) for word, entries in by_word.items()]


KNOWN = telling(lookups("the North", "North Sea", "South of the river", "the two", "Ob"), WORD)


def begun(text: str) -> list[tuple[int, str]]:
    return [(place, one.word) for place, one in places(text, WORD, KNOWN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the North", [(0, "the"), (4, "North")]),
        ("North", [(0, "North")]),
        ("bathe North", [(6, "North")]),
        ("the two", [(0, "the")]),
        ("the three in the sun", []),
        ("two of the river", []),
        ("South of the river Ob", [(0, "South"), (19, "Ob")]),
        ("Northern", []),
        ("", []),
    ],
)
def test_a_spelling_may_begin_as_far_before_its_longest_word_as_it_should(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert begun(text) == found


def test_a_place_is_given_once_whatever_words_tell_of_it() -> None:
    known = telling(lookups("the North", "the Southerner"), WORD)
    text = "the North and the Southerner"
    assert [place for place, _ in places(text, WORD, known)] == [0, 14]


@pytest.mark.parametrize(
    "text",
    [
        "The South African mission left the South for the United Arab Emirates and the Netherlands.",
        "Shipments to the North took the place of those that had been smuggled in; N. Korea sold a million.",
        "In its turn, China's General Administration of Customs said the two Koreas traded nothing.",
        "S. Korea and the U.S. put one in three firms on a list, more than double last year's number.",
    ],
)
def test_landmarks_begin_where_a_look_at_every_word_finds_one(text: str) -> None:
    words = lexicon("en")
    own = {one.lookup.word: one.lookup for leads in words.landmarks.values() for one in leads}
    each = [(one.start(), own[one[0]]) for one in words.word.finditer(text) if one[0] in own]
    found = [one for one in each if one[1].at(text, one[0])]
    told = places(text, words.word, words.landmarks)
    assert [one for one in told if one[1].at(text, one[0])] == found
    assert len(found) > 1
