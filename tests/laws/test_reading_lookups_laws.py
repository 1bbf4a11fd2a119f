"""Laws of look-ups: what spares work never changes what is found."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from nktrade.reading.lexicon import lexicon
from nktrade.reading.longest import Longest
from nktrade.reading.lookups import Template
from nktrade.reading.patterns import bounded

LANGUAGES = ("en", "ja", "ko", "zh")
DIGITS = "0123456789０１２３４５６７８９"


def templates(language: str) -> list[Template]:
    """Every time template of a language, once."""
    found = {
        one.form: one for lookup in lexicon(language).words.values() for one in lookup.templates
    }
    return list(found.values())


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_a_template_is_found_wherever_its_pattern_matches(
    language: str, data: st.DataObject
) -> None:
    """What must stand near a place before a pattern is tried never rules out a match."""
    template = data.draw(st.sampled_from(templates(language)))
    written = data.draw(st.from_regex(template.match.pattern, fullmatch=True))
    before, after = data.draw(
        st.tuples(st.text(max_size=3), st.sampled_from(["", " x", ".", "。"]))
    )
    text = before + written + after
    tried, plain = template.at(text, len(before)), template.match.match(text, len(before))
    assert (tried and tried.span()) == (plain and plain.span())


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_a_template_is_tried_wherever_its_pattern_matches(
    language: str, data: st.DataObject
) -> None:
    """What stands behind the first word of a time never hides a template that matches there."""
    timed = [one for one in lexicon(language).words.values() if one.templates]
    lookup = data.draw(st.sampled_from(timed))
    template = data.draw(st.sampled_from(lookup.templates))
    text = data.draw(st.from_regex(template.match.pattern, fullmatch=True)) + " x"
    asked = [one for one in timed if text.startswith(one.word or tuple(DIGITS))]
    known = {each.form: each for one in asked for each in one.templates}
    tried = {each.form for one in asked for each in one.templates_at(text, 0)}
    # SEP may leave to SEPT what goes on behind SEPT.
    assert {form for form, each in known.items() if each.match.match(text)} <= tried


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_the_longest_spelling_that_ends_where_a_word_ends_is_found(
    language: str, data: st.DataObject
) -> None:
    """A look-up finds what trying every spelling would find."""
    lookup = data.draw(st.sampled_from(list(lexicon(language).words.values())))
    parts = st.one_of(st.sampled_from(sorted(lookup.entries) or [""]), st.text(max_size=4))
    text = "".join(data.draw(st.lists(parts, max_size=3)))
    standing = [
        surface
        for surface in lookup.entries
        if text.startswith(surface)
        and not (text[len(surface) :][:1].isascii() and text[len(surface) :][:1].isalpha())
    ]
    found = lookup.at(text, 0)
    assert (found.surface if found else "") == max(standing, key=len, default="")


@given(words=st.sets(st.text("atn $", min_size=1), min_size=1), text=st.text("atn $"))
def test_a_word_is_the_same_before_and_after_its_pattern_is_compiled(
    words: set[str], text: str
) -> None:
    """However often words were asked for, each place has the one that their pattern finds."""
    longest, pattern = Longest(words), bounded(words)
    for _ in range(1000):
        for start in range(len(text) + 1):
            found, plain = longest.match(text, start), pattern.match(text, start)
            assert (found and (found[0], found.end())) == (plain and (plain[0], plain.end()))
        if longest.match == pattern.match or not text:
            break
