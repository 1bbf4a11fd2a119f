"""Openings: which elements of a page are open, tolerant of every wrong order, in linear time."""

from collections import Counter
from typing import NamedTuple

from nktrade.errors import DocumentError

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "  # noqa: SIM905 - names read best as running text
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol p pre section summary table caption tbody thead tfoot tr ul".split()
)
# The first, if it is the innermost open element, is closed by an opening tag of the second.
_ENDED_BY = {
    "p": BLOCKS,
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "option": {"option"},
}
# An opening tag of the first closes these wherever they are open in the same table.
_ENDS_IN_TABLE = {
    "td": ("td", "th", "caption"),
    "th": ("td", "th", "caption"),
    "tr": ("tr", "td", "th", "caption"),
    "tbody": ("tbody", "thead", "tfoot", "tr", "caption"),
    "thead": ("tbody", "thead", "tfoot", "tr", "caption"),
    "tfoot": ("tbody", "thead", "tfoot", "tr", "caption"),
}


class Element(NamedTuple):
    """An open element, with what it hands down to its content."""

    name: str
    role: str | None = None
    region: int = 0


class Openings:
    """The open elements; a table is a scope of its own, out of which no other tag closes."""

    def __init__(self, max_nesting: int, place: str) -> None:
        self._max_nesting, self._place = max_nesting, place
        self._stack = [Element("")]
        self._open: list[Counter[str]] = [Counter()]

    @property
    def innermost(self) -> Element:
        """The element that text now stands in."""
        return self._stack[-1]

    def open(self, element: Element) -> None:
        """Note an opening tag.

        Raises:
            DocumentError: elements are nested deeper than the limit.
        """
        self._stack.append(element)
        self._open[-1][element.name] += 1
        if element.name == "table":
            self._open.append(Counter())
        if len(self._stack) > self._max_nesting + 1:
            raise DocumentError(
                f"{self._place}: found elements nested deeper than {self._max_nesting}, expected at "
                "most that; raise the limit with --max-nesting (max_nesting=)"
            )

    def ended_by(self, name: str) -> list[str]:
        """The names of the elements that an opening tag closes unsaid; they are closed."""
        ended = []
        if name in _ENDED_BY.get(self.innermost.name, ()):
            ended = self.close(self.innermost.name)
        for inner in _ENDS_IN_TABLE.get(name, ()):
            ended += self.close(inner)
        return ended

    def close(self, name: str) -> list[str]:
        """The names of the elements that a closing tag closes, innermost first; none if not open."""
        if name == "table":
            return self._pop_scope() if len(self._open) > 1 else []
        if not self._open[-1][name]:
            return []
        closed = [self._pop()]
        while closed[-1] != name:
            closed.append(self._pop())
        return closed

    def _pop_scope(self) -> list[str]:
        closed = [self._stack.pop().name for _ in range(self._open.pop().total())]
        return [*closed, self._pop()]

    def _pop(self) -> str:
        name = self._stack.pop().name
        self._open[-1][name] -= 1
        return name
