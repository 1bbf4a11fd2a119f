"""A frame as a LaTeX table with the rules of booktabs, every text made harmless."""

from typing import TYPE_CHECKING

from nktrade.report.tables import values
from nktrade.report.visible import on_one_line

if TYPE_CHECKING:
    import pandas as pd

    from nktrade.report.rows import Cell

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        **{one: f"\\{one}" for one in "&%$#_{}"},
    }
)
_NUMBERS = "iuf"


def as_latex(frame: "pd.DataFrame") -> str:
    """The frame as one ``tabular``: numbers to the right, missing cells empty.

    Texts beyond Latin letters need XeLaTeX or LuaLaTeX.
    """
    names = [escaped(str(name).replace("_", " ")) for name in frame.columns]
    sides = ["r" if kind.kind in _NUMBERS else "l" for kind in frame.dtypes]
    lines = [
        "% \\usepackage{booktabs}",
        f"\\begin{{tabular}}{{{''.join(sides)}}}",
        "\\toprule",
        _line(names),
        "\\midrule",
        *(_line([_shown(cell) for cell in row]) for row in values(frame)),
        "\\bottomrule",
        "\\end{tabular}",
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""The text on one line, with nothing in it that LaTeX or BibTeX would obey.

    >>> escaped("92% of $5 & more_")
    '92\\% of \\$5 \\& more\\_'
    """
    return on_one_line(text).translate(_SPECIAL)


def _line(cells: list[str]) -> str:
    return f"{' & '.join(cells)} \\\\"


def _shown(cell: "Cell") -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return f"{cell:,}" if isinstance(cell, int | float) else escaped(cell)
