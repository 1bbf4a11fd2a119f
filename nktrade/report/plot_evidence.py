"""Which piece of evidence decided: how likely each figure is wrong, before and after each."""

from typing import TYPE_CHECKING

from nktrade.core.findings import Relation
from nktrade.report import plot_canvas as canvas
from nktrade.report.casebook import Casebook
from nktrade.report.evidence import evidence_steps, likeliest
from nktrade.report.words import subject

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST = 6
"""Figures that can still be told apart by colour and shape."""
_MARKERS = "osD^vP"
_PERCENT = 100
_APART = 0.06
"""How far lines of equal chances are set apart, as a share of a step."""


def evidence_chances(book: Casebook, relation: Relation, ax: "Axes | None" = None) -> "Axes":
    """One line per suspected figure over the pieces of evidence, in the order in which they come in.

    Chances are as fine as their calibration, no finer.
    """
    steps = evidence_steps(book, relation)
    drawn = canvas.axes(ax, height=4.2)
    figures = likeliest(steps, book.claims, _MOST)
    if not figures:
        return canvas.nothing(
            drawn, f"{relation.check}: nothing is suspected, so nothing is weighed."
        )
    for number, claim in enumerate(figures):
        shift = _APART * (number - (len(figures) - 1) / 2)
        drawn.plot(
            [place + shift for place in range(len(steps))],
            [_PERCENT * dict(step.wrong).get(claim.id, 0.0) for step in steps],
            color=canvas.SERIES[number],
            marker=_MARKERS[number],
            linewidth=1.4,
            markersize=7,
            label=f"{subject(claim)}: {claim.figure.surface}",
        )
    drawn.set_xticks(range(len(steps)), [canvas.wrapped([one.words], 16) for one in steps])
    drawn.set_xlim(-0.4, len(steps) - 0.6)
    drawn.set_ylim(-4, 104)
    drawn.set_ylabel("chance of being wrong, percent")
    drawn.grid(axis="y", color=canvas.PALE, linewidth=0.6)
    drawn.set_xlabel("evidence, each step with all before it")
    return canvas.finish(
        drawn,
        title=f"What each piece of evidence says of the figures in “{relation.check}”",
        sources=_sources(book, relation),
    )


def _sources(book: Casebook, relation: Relation) -> list[str]:
    found: dict[str, list[str]] = {}
    for one in (row for name in relation.claims for row in book.witnesses.get(name, ())):
        if not one.road:
            found.setdefault(one.against, []).extend(one.origin_names)
    text = book.checked.document.title or book.checked.document.id
    return [text, *(canvas.printed_by(name, who) for name, who in sorted(found.items()))]
