"""The pictures of README and documentation, drawn from real reports and baselines.

python docs/pictures.py        # writes docs/pictures/*.png
"""

import re
from fractions import Fraction
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

import nktrade as nk
from nktrade.core.amount import Amount
from nktrade.core.codes import Approx
from nktrade.customs import mirror
from nktrade.report import plot_canvas as canvas
from nktrade.report.plot_mirror import mirror_map

HERE = Path(__file__).resolve().parent / "pictures"
EXAMPLE = Path(nk.__file__).with_name("examples") / "june-2018.md"
_TOLD = Path(__file__).with_name("diagnosis.md")
_ROW = re.compile(r"^\| ([\d.]+) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", re.MULTILINE)
_NORMAL = 1.96
"""Standard deviations that hold 95 percent of a normal distribution."""
BILLION, MILLION = Fraction(10**9), 10**6


def interval() -> Axes:
    """Four prints of a number near 2.18 billion, each as wide as its digits and hedge leave it."""
    prints = {
        "“2.18 billion”": Amount(digits="2.18", scale=BILLION),
        "“2.2 billion”": Amount(digits="2.2", scale=BILLION),
        "“about 2.2 billion”, widest": Amount(
            digits="2.2", scale=BILLION, approx=Approx.ABOUT, slack=Fraction(1, 20)
        ),
        "“more than 2 billion”": Amount(digits="2", scale=BILLION, approx=Approx.MORE_THAN),
    }
    ax = canvas.axes(None, height=2.6)
    for place, (words, amount) in enumerate(prints.items()):
        print_ = amount.widest if "widest" in words else amount.printed
        low = float(print_.low or 0) / 1e9
        high = 2.6 if print_.high is None else float(print_.high) / 1e9
        ax.plot(
            [low, high],
            [place, place],
            color=canvas.SERIES[place],
            linewidth=7,
            solid_capstyle="butt",
        )
        if print_.high is None:
            ax.plot(high, place, ">", color=canvas.SERIES[place], markersize=12)
    ax.set_yticks(range(len(prints)), list(prints))
    ax.invert_yaxis()
    ax.set_xlabel("billion USD")
    return canvas.finish(ax, title="What a print says of the true number")


def cell() -> Axes:
    """The two cells that one sentence speaks of, and the relation between them."""
    ax = canvas.axes(None, height=2.6)
    for place, (month, told) in enumerate(
        (("June 2017", "not printed"), ("June 2018", "“241.93 million”"))
    ):
        ax.text(
            0.2 + 0.6 * place,
            0.5,
            f"imports of North Korea\nfrom China, {month}\n\n{told}",
            ha="center",
            va="center",
            bbox={"boxstyle": "round,pad=0.8", "facecolor": "white", "edgecolor": canvas.BLUE},
        )
    ax.annotate(
        "",
        (0.635, 0.5),
        (0.365, 0.5),
        arrowprops={"arrowstyle": "->", "color": canvas.VERMILLION, "linewidth": 2},
    )
    ax.text(0.5, 0.56, "“fell 37.5 %”", ha="center", color=canvas.VERMILLION)
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    return ax


def vintage() -> Axes:
    """Every print of China's trade with the DPRK in one year, in the order of printing."""
    frame = nk.baseline("china_customs").frame
    is_year = (frame["period_start"] == "2019-01-01") & (frame["period_end"] == "2019-12-31")
    rows = frame[is_year & (frame["kind"] == "level") & (frame["unit"] == "USD")]
    rows = rows[rows["flow"] == "total"].sort_values("as_of", kind="stable")
    rows = rows.dropna(subset=["as_of"])
    ax = canvas.axes(None, height=3.2)
    middle = rows["value"] / MILLION
    spread = [(rows["value"] - rows["low"]) / MILLION, (rows["high"] - rows["value"]) / MILLION]
    ax.errorbar(rows["as_of"], middle, yerr=spread, fmt="o", color=canvas.BLUE, capsize=4)
    ax.set_ylabel("million USD")
    ax.set_xlabel("printed on")
    ax.grid(axis="y", color=canvas.PALE)
    origins = canvas.printed_by("china_customs", rows["origin"].dropna())
    return canvas.finish(
        ax, title="Total trade of China and the DPRK in 2019, print by print", sources=[origins]
    )


def mirrored() -> Axes:
    """A made-up year of three countries with one break, so that the map has something to show."""
    chance = np.random.default_rng(20180820)
    rows = []
    for one, other in (("JPN", "KOR"), ("KOR", "JPN"), ("JPN", "DEU"), ("DEU", "KOR")):
        for month in pd.date_range("2020-01-01", periods=12, freq="MS"):
            sold = 100 * chance.uniform(0.9, 1.1)
            bought = (
                sold * chance.uniform(1.02, 1.1) * (1.6 if (one, month.month) == ("DEU", 8) else 1)
            )
            when = month.strftime("%Y-%m")
            rows.append(("export", one, other, when, sold))
            if (other, month.month) != ("DEU", 3):
                rows.append(("import", other, one, when, bought))
    table = pd.DataFrame(rows, columns=["flow", "reporter", "partner", "period", "value"])
    return mirror_map(mirror(table, table))


def reliability() -> Axes:
    """How often the first hypothesis was right at each probability it was given, as measured.

    Source: the table of diagnosis.md; the bars are Wilson's intervals of 95 percent.
    """
    rows = [
        [float(cell) for cell in found.groups()]
        for found in _ROW.finditer(_TOLD.read_text("utf-8"))
    ]
    _, count, mean, right = np.array(rows).T
    shrunk = 1 + _NORMAL**2 / count
    middle = (right + _NORMAL**2 / (2 * count)) / shrunk
    half = _NORMAL / shrunk * np.sqrt(right * (1 - right) / count + (_NORMAL / (2 * count)) ** 2)
    ax = canvas.axes(None, height=4.2)
    ax.plot([0, 1], [0, 1], color=canvas.PALE, linewidth=2)
    spread = [np.maximum(right - (middle - half), 0), np.maximum(middle + half - right, 0)]
    ax.errorbar(mean, right, yerr=spread, fmt="o", color=canvas.BLUE, capsize=4)
    for x, y, records in zip(mean, right, count, strict=True):
        ax.annotate(f"{records:.0f}", (x, y), xytext=(8, -12), textcoords="offset points")
    ax.set_xlabel("mean probability given to the first hypothesis")
    ax.set_ylabel("share that was right")
    ax.set_xlim(0.25, 1.05)
    return canvas.finish(
        ax, title="600 planted slips: as sure as it says (records beside the points)"
    )


def draw() -> None:
    """All pictures, each with its file."""
    report = nk.check(EXAMPLE)
    alone = nk.check(EXAMPLE, against="none")
    pictures = {
        "flagship": alone.plot.identity(0),
        "evidence": report.plot.evidence(0),
        "prints": report.plot.baseline(),
        "series": report.plot.series("c3"),
        "interval": interval(),
        "cell": cell(),
        "vintage": vintage(),
        "mirror": mirrored(),
        "reliability": reliability(),
    }
    for name, ax in pictures.items():
        ax.figure.savefig(HERE / f"{name}.png", dpi=110, metadata={"Software": None})
        plt.close(ax.figure)


if __name__ == "__main__":
    mpl.use("Agg")
    draw()
