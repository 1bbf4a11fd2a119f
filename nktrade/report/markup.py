"""HTML elements of which every word is escaped: text enters as str, only elements nest."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from nktrade.report.visible import pieces

_VOID: Final = frozenset({"meta", "br", "link"})


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that was built by ``element`` or ``words`` and may stand in a page as it is."""

    markup: str


Child = Html | str
NOTHING = Html("")


def element(tag: str, /, *children: Child, **attributes: str | None) -> Html:
    """One element; a trailing underscore of an attribute falls away, inner ones become hyphens.

    >>> element("b", "1 < 2", class_="x").markup
    '<b class="x">1 &lt; 2</b>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Html(f"<{tag}{said}>")
    return Html(f"<{tag}{said}>{together(children).markup}</{tag}>")


def together(children: Iterable[Child]) -> Html:
    """The children one after the other, texts escaped."""
    return Html(
        "".join(one.markup if isinstance(one, Html) else words(one).markup for one in children)
    )


def words(text: str) -> Html:
    """A text, escaped; steering characters as marked escapes that can be seen."""
    return Html(
        "".join(
            f'<span class="escape">{run}</span>' if is_escape else html.escape(run)
            for run, is_escape in pieces(text)
        )
    )


def isolated(text: str) -> Html:
    """A document's own words, whose direction of writing reaches nothing around them."""
    return element("bdi", text)


def _plain(value: str) -> str:
    return "".join(run for run, _ in pieces(value))
