"""The identity of one finding as a waterfall: its terms, the printed result, and what is left over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from nktrade.core.claims import Claim
from nktrade.core.findings import Relation
from nktrade.core.interval import ZERO, Interval
from nktrade.report import plot_canvas as canvas
from nktrade.report.casebook import Casebook, is_blamed
from nktrade.report.equation import label, miss, side_words, signed
from nktrade.report.explanation import summed_up
from nktrade.report.quantities import Scale, about, quantity
from nktrade.report.words import subject

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HALF = Fraction(1, 2)
_WIDTHS = ((3, 30), (5, 17), (10**9, 12))
"""Characters of a line beneath a bar, by the number of bars."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """One step of the waterfall: from where, to where."""

    words: str
    start: Fraction
    end: Fraction
    colour: str
    printed: str = ""
    hatch: str = ""
    tolerance: Fraction | None = None


def identity_waterfall(book: Casebook, relation: Relation, ax: "Axes | None" = None) -> "Axes":
    """Each term as a step, the printed result beside them, and the residual with its tolerance.

    Unit: that of the levels in the relation.
    """
    bars = list(_bars(book.claims, relation))
    drawn = canvas.axes(ax, height=4.8, width=max(7.0, 1.25 * len(bars)))
    if not bars:
        return canvas.nothing(drawn, f"{relation.check}: no figures to draw, both sides are words.")
    unit = _unit(book.claims, relation)
    scale = canvas.scaled(end for bar in bars for end in (bar.start, bar.end))
    for place, bar in enumerate(bars):
        _draw(drawn, place, bar, scale)
    _connect(drawn, bars, scale)
    width = next(width for most, width in _WIDTHS if len(bars) <= most)
    words = [canvas.wrapped([bar.words, bar.printed], width) for bar in bars]
    drawn.set_xticks(range(len(bars)), words, fontsize=8)
    drawn.axhline(0, color=canvas.BLACK, linewidth=0.8)
    drawn.margins(y=0.12)
    drawn.set_ylabel(scale.unit(unit))
    drawn.grid(axis="y", color=canvas.PALE, linewidth=0.6)
    drawn.set_axisbelow(True)
    return canvas.finish(
        drawn,
        title=f"{relation.check}: {summed_up(relation)}{miss(relation, unit)}",
        sources=[book.checked.document.title or book.checked.document.id],
        note=_told(relation, unit),
    )


def _bars(claims: Mapping[str, Claim], relation: Relation) -> Iterator[_Bar]:
    """The steps: terms of the longer side, the other side, what is left over."""
    args = {role: [claims[one] for one in group if one in claims] for role, group in relation.args}
    if relation.gap is None or relation.left is None or relation.right is None:
        return
    among = [claim for group in args.values() for claim in group]
    steps = _steps(relation, args)
    if steps is None:
        yield from _roads(relation, claims)
        return
    terms, result = steps
    reached = ZERO
    for claim, sign in terms:
        value = sign * _value(claim)
        yield replace(_term(claim, among, relation), start=reached, end=reached + value)
        reached += value
    yield replace(_term(result, among, relation, canvas.GREY), end=_value(result))
    yield _residual(relation, _value(result))


def _steps(
    relation: Relation, args: Mapping[str, list[Claim]]
) -> tuple[list[tuple[Claim, int]], Claim] | None:
    """Signed terms and the printed result of a sum or difference of levels."""
    if relation.type == "sum" and len(args.get("total", ())) == 1:
        return [(one, 1) for one in args["parts"]], args["total"][0]
    if relation.type == "diff" and len(args.get("result", ())) == 1:
        minus = [(one, -1) for one in args["b"]]
        return [*((one, 1) for one in args["a"]), *minus], args["result"][0]
    return None


def _roads(relation: Relation, claims: Mapping[str, Claim]) -> Iterator[_Bar]:
    """Where the terms are no levels of one unit: what one road makes, and what the other."""
    words, sides = side_words(relation, claims), (relation.left, relation.right)
    for told, side, colour in zip(words, sides, (canvas.BLUE, canvas.GREY), strict=True):
        yield _Bar(told, ZERO, _middle(side), colour, tolerance=_half_width(side))
    yield _residual(relation, _middle(relation.right))


def _term(
    claim: Claim, among: Sequence[Claim], relation: Relation, colour: str = canvas.BLUE
) -> _Bar:
    """How a term looks; a suspect by colour, hatch and word."""
    is_suspect = is_blamed(relation, claim.id)
    words = label(claim, list(among)) or subject(claim)
    return _Bar(
        f"{words} (likely wrong)" if is_suspect else words,
        ZERO,
        ZERO,
        canvas.VERMILLION if is_suspect else colour,
        printed=signed(claim),
        hatch="//" if is_suspect else "",
    )


def _residual(relation: Relation, base: Fraction) -> _Bar:
    gap = relation.gap or Interval.point(0)
    left_over = _middle(gap)
    return _Bar(
        "left over",
        base,
        base + left_over,
        canvas.ORANGE,
        hatch="xx",
        tolerance=_half_width(gap),
    )


def _middle(side: Interval | None) -> Fraction:
    """The middle, or the one end that is not open."""
    if side is None or (side.low is None and side.high is None):
        return ZERO
    if side.low is None or side.high is None:
        return side.high if side.low is None else side.low  # type: ignore[return-value] # one is known
    return (side.low + side.high) * _HALF


def _half_width(side: Interval | None) -> Fraction | None:
    return None if side is None or side.width is None else side.width * _HALF


def _value(claim: Claim) -> Fraction:
    return -claim.value if claim.sign == "-" else claim.value


def _unit(claims: Mapping[str, Claim], relation: Relation) -> str | None:
    units = [claims[one].figure.unit for one in relation.claims if one in claims]
    levels = [one for one in units if one not in {"percent", "percent_point", "x"}]
    return next(iter(levels or units), None)


def _draw(ax: "Axes", place: int, bar: _Bar, scale: Scale) -> None:
    low, high = sorted((bar.start, bar.end))
    ax.bar(
        place,
        float((high - low) / scale.worth),
        bottom=float(low / scale.worth),
        width=0.62,
        color=bar.colour,
        edgecolor="white",
        hatch=bar.hatch,
    )
    if bar.tolerance is not None:
        ax.errorbar(
            place,
            float(bar.end / scale.worth),
            yerr=float(bar.tolerance / scale.worth),
            color=canvas.BLACK,
            capsize=5,
            linewidth=1.2,
        )


def _connect(ax: "Axes", bars: Sequence[_Bar], scale: Scale) -> None:
    """Thin lines from the end of each step to the next."""
    for place, (bar, after) in enumerate(pairwise(bars)):
        if after.start == bar.end or after.words == "left over":
            level = float(bar.end / scale.worth)
            ax.plot([place + 0.31, place + 0.69], [level, level], color=canvas.GREY, linewidth=0.8)


def _told(relation: Relation, unit: str | None) -> str:
    gap = relation.gap or Interval.point(0)
    told = f"Left over: {about(gap, unit)}"
    room = _half_width(gap)
    if room is None:
        return f"{told}; one side has an open end."
    return f"{told}; the printed digits leave room for {quantity(canvas.rounded(room), unit)} either way."
