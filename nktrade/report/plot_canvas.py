"""What all figures share: axes from matplotlib, colours that everybody can tell apart, words on axes."""

import textwrap
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from nktrade.errors import CheckError
from nktrade.reference.compilers import witnesses
from nktrade.report.quantities import Scale, scale_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BLACK, GREY, PALE = "#000000", "#767676", "#d9d9d9"
BLUE, SKY, GREEN = "#0072b2", "#56b4e9", "#009e73"
ORANGE, VERMILLION, PURPLE = "#e69f00", "#d55e00", "#cc79a7"
"""Source: Okabe and Ito, Color Universal Design (2008)."""
SERIES = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILLION)
_INCHES = 9.0
_TITLE, _LINE = 10, 11.5
"""Characters of a title and beneath an axis, to each inch of a figure's width."""
_ALONE = 58
"""Characters of a line that stands where nothing is drawn."""
_NAMED = 6
"""Printers named beneath a figure before the rest are counted."""
_ASIAN = (
    "Noto Sans CJK KR",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans",
    "NanumGothic",
)
_ASIAN_TOO = (
    "Malgun Gothic",
    "Microsoft YaHei",
    "Apple SD Gothic Neo",
    "Hiragino Sans",
    "WenQuanYi Zen Hei",
)
_NO_GLYPH = "\u25a1"


class PlotError(CheckError):
    """A figure cannot be drawn of this."""


def axes(ax: "Axes | None", *, height: float = 4.5, width: float = _INCHES) -> "Axes":
    """The axes given, or new ones on a figure of their own.

    Raises: PlotError where matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot as plt  # noqa: PLC0415 - an extra, loaded when first drawn
    except ImportError as error:
        raise PlotError(
            "plot: found no matplotlib, expected the extra 'plot'; pip install 'nktrade[plot]'"
        ) from error
    return plt.subplots(figsize=(width, height), layout="constrained")[1]


def scaled(values: Iterable[Fraction]) -> Scale:
    """The counting word that suits the values of an axis."""
    return scale_of(list(values))


def finish(ax: "Axes", *, title: str, sources: Iterable[str] = (), note: str = "") -> "Axes":
    """The axes with title and legend, and beneath them who printed what is shown."""
    inches = ax.figure.bbox.width / ax.figure.dpi
    ax.set_title("\n".join(textwrap.wrap(title, int(_TITLE * inches))), loc="left", fontsize=11)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    ax.tick_params(labelsize=8)
    named = list(dict.fromkeys(one for one in sources if one))
    told = f"Source: {'; '.join(named)}." if named else ""
    lines = textwrap.wrap(" ".join(part for part in (note, told) if part), int(_LINE * inches))
    ax.set_xlabel("\n".join([ax.get_xlabel(), *lines]).strip("\n"), fontsize=8)
    ax.yaxis.label.set_fontsize(9)
    _legend(ax)
    make_legible(ax)
    return ax


def printed_by(baseline: str, origins: Iterable[str]) -> str:
    """A baseline with who printed its rows, by canonical names, the first few of many."""
    names = sorted(witnesses(origins))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{baseline} as printed by {', '.join(names[:_NAMED])}{more}" if names else baseline


def nothing(ax: "Axes", words: str) -> "Axes":
    """Axes that say why nothing is drawn on them."""
    ax.set_axis_off()
    told = "\n".join(textwrap.wrap(words, _ALONE))
    ax.text(0.5, 0.5, told, ha="center", va="center", transform=ax.transAxes)
    make_legible(ax)
    return ax


def _legend(ax: "Axes") -> None:
    """The legend to the right of the axes, each word once: it covers nothing that is drawn."""
    handles, words = ax.get_legend_handles_labels()
    once = dict(zip(words, handles, strict=True))
    if once:
        ax.legend(
            list(once.values()),
            [wrapped([word], 24) for word in once],
            fontsize=8,
            frameon=False,
            loc="upper left",
            bbox_to_anchor=(1.0, 1.0),
        )


def rounded(value: Fraction) -> Fraction:
    """The value to three digits, for words that only give its size.

    >>> rounded(Fraction(110342, 10))
    Fraction(11000, 1)
    """
    return Fraction(f"{float(value):.3g}")


def wrapped(words: Sequence[str], width: int) -> str:
    """Lines of at most so many characters, each part beginning its own."""
    return "\n".join(line for part in words for line in textwrap.wrap(part, width))


def make_legible(ax: "Axes") -> None:
    """Every text in a font that has its letters; where none is installed a box stands for each letter.

    Texts may be Korean, Chinese or Japanese, for which matplotlib's own font has nothing.
    """
    from matplotlib import font_manager, rcParams, text  # noqa: PLC0415 - an extra, as above

    installed = set(font_manager.get_font_names())
    families = [
        *rcParams["font.family"],
        *(one for one in (*_ASIAN, *_ASIAN_TOO) if one in installed),
    ]
    fonts = [
        font_manager.get_font(font_manager.findfont(font_manager.FontProperties(family=[one])))
        for one in families
    ]
    for shown in ax.findobj(text.Text):
        words = shown.get_text()
        if words and not words.isascii():
            shown.set_fontfamily(families)
            shown.set_text(
                "".join(
                    one
                    if one == "\n" or any(font.get_char_index(ord(one)) for font in fonts)
                    else _NO_GLYPH
                    for one in words
                )
            )
