"""Markup that is broken, and references to characters, are read as browsers read them.

Source: the HTML standard, "Tokenization" and the table of numeric references to Windows-1252.
"""

import pytest

from nktrade.documents.markup import decoded, tokens


def shown(source: str) -> list[str]:
    """Names of tags, with a stroke where they close, and runs of text."""
    return [
        f"{'/' if one.is_closing else ''}{one.name}" if one.name else source[one.start : one.end]
        for one in tokens(source)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b > c", ["a < b > c"]),
        ("<3 ships>", ["<3 ships>"]),
        ("rose <b", ["rose <b"]),
        ("<?xml version='1.0'?>a", ["a"]),
        ("</ p>a", ["a"]),
        ("x <!-- y --> z", ["x ", " z"]),
        ("x <!--> y", ["x ", " y"]),
        ("<p>a<!DOCTYPE", ["p", "a<!DOCTYPE"]),
        ("\ufeff<p>a", ["p", "a"]),
        ("<p a=\"1\" b='>'>t</p>", ["p", "t", "/p"]),
        ("<script>if (a < b) {}</script>c", ["script", "/script", "c"]),
        ("<style>p > a", ["style"]),
    ],
)
def test_what_is_no_tag_is_text(source: str, expected: list[str]) -> None:
    """Lone angle brackets stay; declarations, comments and scripts go; quotation marks hide brackets."""
    assert shown(source) == expected


def test_a_tag_that_never_ends_hides_nothing_behind_it() -> None:
    """A quotation mark left open does not swallow the rest of the page."""
    source = '<p title="x>exports $5 million</p><p>more</p>'
    assert shown(source) == ["p", "exports $5 million", "/p", "p", "more", "/p"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("&#8364; &#x20AC; &#X20ac", "€ € €"),
        ("&#150; &#146;", "\u2013 \u2019"),
        ("&#0; &#xD800; &#x110000; &#99999999999999;", " ".join("\ufffd" * 4)),
        ("&#; &#x; & &qwertz;", "&#; &#x; & &qwertz;"),
        ("&amp;lt; &notit; R&D", "&lt; ¬it; R&D"),
    ],
)
def test_a_reference_is_the_character_that_a_browser_shows(source: str, expected: str) -> None:
    """Windows numbers, surrogates, what is beyond the last character, references without an end."""
    assert decoded(source) == expected
