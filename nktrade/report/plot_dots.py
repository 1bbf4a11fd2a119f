"""Reported against baseline: is a figure inside what others printed and rounding allow?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from nktrade.core.claims import Claim
from nktrade.core.codes import Kind, Severity
from nktrade.core.findings import Witness
from nktrade.report import plot_canvas as canvas
from nktrade.report.casebook import Casebook, Mark
from nktrade.report.words import counted, subject

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST = 25
"""Rows that can still be read on one page; the worst are kept."""
_WIDE = 60.0
"""Percent beyond which the axis is compressed, so that a slip of a power of ten does not hide the rest."""
_HUNDRED = 100
_LEVELS = frozenset({Kind.LEVEL, Kind.UNIT_PRICE})
_WORST = tuple(Mark)
_ROW = 0.62


@dataclass(frozen=True, slots=True)
class _Look:
    """How one sort of print is drawn; shape says it as well as colour."""

    words: str
    marker: str
    colour: str


_BEYOND = 1.15
"""How far the axis goes on past the furthest print; what has no end is drawn to there."""
_AGREES = _Look("print that agrees", "o", canvas.GREEN)
_DISAGREES = _Look("print that cannot agree", "X", canvas.VERMILLION)
_BESIDE = _Look("other vintage or compiler, not judged", "D", canvas.ORANGE)
_ROAD = _Look("by another road", "^", canvas.BLUE)


@dataclass(frozen=True, slots=True)
class _Row:
    """One figure with what others printed for its cell."""

    claim: Claim
    mark: Mark
    witnesses: tuple[Witness, ...]

    def percent(self, value: Fraction) -> float:
        """How far a value lies from the printed figure."""
        return float((value / self.claim.value - 1) * _HUNDRED)


def baseline_dots(books: Sequence[Casebook], ax: "Axes | None" = None) -> "Axes":
    """One row per level held against a baseline: its own interval, and each print as dot and interval."""
    rows = sorted(_rows(books), key=lambda row: _WORST.index(row.mark))
    shown = rows[:_MOST]
    drawn = canvas.axes(ax, height=1.7 + _ROW * max(len(shown), 2))
    if not shown:
        return canvas.nothing(drawn, "No level of this report was held against a baseline.")
    reach = max(_reach(row) for row in shown)
    for place, row in enumerate(shown):
        _draw(drawn, place, row, reach)
    drawn.axvline(0, color=canvas.BLACK, linewidth=0.8)
    drawn.set_ylim(len(shown) - 0.5, -0.5)
    drawn.set_yticks(range(len(shown)), [_label(row.claim) for row in shown], fontsize=8)
    if reach > _WIDE:
        drawn.set_xscale("symlog", linthresh=_WIDE / 2)
        drawn.xaxis.set_major_formatter("{x:g}")
        drawn.minorticks_off()
    drawn.set_xlim(-reach * _BEYOND, reach * _BEYOND)
    drawn.set_xlabel("difference from the printed figure, percent")
    drawn.grid(axis="x", color=canvas.PALE, linewidth=0.6)
    return canvas.finish(
        drawn,
        title="What the text prints, beside what others printed",
        sources=_sources(shown),
        note=_left_out(len(rows)),
    )


def _rows(books: Iterable[Casebook]) -> list[_Row]:
    return [
        _Row(claim, book.mark(claim), book.witnesses[name])
        for book in books
        for name, claim in book.claims.items()
        if claim.kind in _LEVELS and claim.value and name in book.witnesses
    ]


def _reach(row: _Row) -> float:
    own = row.claim.amount.printed
    every = [own.low, own.high, *(end for one in row.witnesses for end in (one.low, one.high))]
    return max([1.0, *(abs(row.percent(end)) for end in every if end is not None)])


def _draw(ax: "Axes", place: int, row: _Row, reach: float) -> None:
    own = row.claim.amount.printed
    low = -reach if own.low is None else row.percent(own.low)
    high = reach if own.high is None else row.percent(own.high)
    room = 0.36
    ax.fill_betweenx(
        [place - room, place + room],
        low,
        high,
        color=canvas.GREY,
        alpha=0.45,
        linewidth=1.5,
        label="the printed figure with its rounding",
    )
    step = 2 * room / (len(row.witnesses) + 1)
    for number, one in enumerate(row.witnesses, start=1):
        look = _look(one)
        height = place - room + step * number
        ends = [row.percent(end) for end in (one.low, one.high) if end is not None]
        drawn = [
            -_BEYOND * reach if one.low is None else ends[0],
            _BEYOND * reach if one.high is None else ends[-1],
        ]
        ax.plot(drawn, [height, height], color=look.colour, linewidth=1.6, solid_capstyle="butt")
        ax.plot(
            sum(ends) / len(ends) if ends else 0.0,
            height,
            look.marker,
            color=look.colour,
            markersize=5,
            linestyle="none",
            label=look.words,
        )


def _look(one: Witness) -> _Look:
    if one.road:
        return _ROAD
    if one.holds:
        return _AGREES
    return _DISAGREES if one.severity is Severity.ERROR or one.holds is False else _BESIDE


def _label(claim: Claim) -> str:
    about, comma, when = subject(claim).rpartition(", ")
    return canvas.wrapped([f"{about}{comma}", f"{when}: “{claim.figure.surface}”"], 44)


def _sources(rows: Sequence[_Row]) -> list[str]:
    found: dict[str, dict[str, None]] = {}
    for one in (witness for row in rows for witness in row.witnesses):
        found.setdefault(one.against, {}).update(dict.fromkeys(one.origin_names))
    return [canvas.printed_by(name, who) for name, who in sorted(found.items())]


def _left_out(count: int) -> str:
    if count <= _MOST:
        return ""
    return f"The {_MOST} most doubtful of {counted(count, 'level')}."
