"""Document text made safe to look at: what would steer the screen is shown as an escape.

A right-to-left override can make 1234 look like 4321, and an escape character can repaint a
terminal; a reader must see that they are there.
"""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""Letters of several scripts need these two to join; they move nothing."""
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""The text with every control, override and invisible character as a printed escape.

    >>> visible("1\u202e23 t")
    '1\\u202e23 t'
    """
    if text.isprintable():
        return text
    return _STEERING.sub(lambda found: escape(found[0]), text)


def on_one_line(text: str) -> str:
    """The visible text with line breaks and runs of blanks folded into one blank."""
    return visible(" ".join(text.split()))


def escape(character: str) -> str:
    r"""The printed escape of one character.

    >>> print(escape("\N{RIGHT-TO-LEFT OVERRIDE}"))
    \u202e
    """
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - the BMP


def pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut into runs: each with whether it is an escape put in for one character."""
    if text.isprintable():
        return [(text, False)] if text else []
    found, here = [], 0
    for match in _STEERING.finditer(text):
        found += [(text[here : match.start()], False), (escape(match[0]), True)]
        here = match.end()
    return [(run, is_escape) for run, is_escape in [*found, (text[here:], False)] if run]


def columns(text: str) -> int:
    """How many columns of a terminal visible text takes: East Asian wide characters take two.

    >>> columns("coal"), columns("석탄")
    (4, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def padded(text: str, width: int, *, to_the_right: bool = False) -> str:
    """The text filled with blanks to a width in columns."""
    blanks = " " * (width - columns(text))
    return blanks + text if to_the_right else text + blanks


def clipped(text: str, width: int) -> str:
    """The text, cut with an ellipsis where it takes more columns than the width."""
    if columns(text) <= width:
        return text
    kept, room = [], width - 1
    for character in text:
        room -= _columns_of(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"


def _columns_of(character: str) -> int:
    if character in _JOINERS or unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
