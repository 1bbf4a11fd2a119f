"""The words of a drawn figure, and whether all of them can be read."""

from itertools import combinations
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.text import Text

import nktrade as nk

EXAMPLE = Path(nk.__file__).with_name("examples") / "june-2018.md"


def words(ax: Axes) -> str:
    """Every word on a figure."""
    return " ".join(one.get_text() for one in ax.figure.findobj(Text))


def is_whole(ax: Axes) -> bool:
    """Whether no words leave the figure and no two words lie upon each other."""
    ax.figure.canvas.draw()
    page = ax.figure.bbox.padded(1)
    legend = ax.get_legend()
    texts = [
        *_drawn_labels(ax.xaxis),
        *_drawn_labels(ax.yaxis),
        *(legend.get_texts() if legend else []),
        *(ax.title, ax._left_title, ax.xaxis.label, ax.yaxis.label, *ax.texts),
    ]
    boxes = [one.get_window_extent().padded(-1) for one in texts if one.get_text().strip()]
    is_inside = all(
        page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0 and box.y1 <= page.y1
        for box in boxes
    )
    return is_inside and not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def _drawn_labels(axis: Axis) -> list[Text]:
    """The labels of the ticks within view; those outside are made and never drawn."""
    low, high = sorted(axis.get_view_interval())
    return [
        one.label1
        for one in axis.get_major_ticks()
        if low <= one.get_loc() <= high and one.label1.get_text().strip()
    ]
