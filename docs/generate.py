"""The catalogues of the documentation, written from what the package says of itself.

    python docs/generate.py        # writes docs/catalogue/*.md

A test writes them again and compares, so that no page can lag behind.
"""

import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pandas as pd

import nktrade as nk
from nktrade.checks import NOTES
from nktrade.ledger.baselines import baseline_names, source
from nktrade.reference.compilers import witnesses
from nktrade.reference.measures import Measure, measures, resolutions
from nktrade.report.catalogue import Row

DOCS = Path(__file__).resolve().parent
CATALOGUE = DOCS / "catalogue"
_ERRORS = "tests/errors"
_HEAD = "<!-- Written by docs/generate.py; do not edit by hand. -->\n\n"


def checks_page() -> str:
    """Every check with its equation, what it says, and why."""
    return _page(
        "Checks",
        f"The {len(nk.CHECKS)} checks over cells that `nktrade.check` makes, in the order in which they are tried. A check states "
        "two roads to one number; a relation is one instance of it. `nktrade checks` prints the same.",
        _checks(nk.CHECKS),
        f"Beside them stand {len(NOTES)} checks of citations, limits, bans, channels, prices and words. What they find is most "
        "often a note on the trade, which puts no figure in question. A finding against a baseline bears the baseline's name.",
        _checks(NOTES),
    )


def _checks(every: Iterable[Row]) -> str:
    rows = [
        (f"**{one.name}**", f"`{one.equation}`", one.says, one.because, one.type) for one in every
    ]
    return _table(("check", "equation", "what it says", "because", "relation type"), rows)


def measures_page() -> str:
    """Every resolution and measure of the register."""
    adopted = [
        (
            str(one.number),
            one.adopted.isoformat(),
            one.subject,
            "yes"
            if one.is_dprk
            else f"no; easily written for {one.resembles}"
            if one.resembles
            else "no",
            _verified(is_verified=one.verified),
        )
        for one in sorted(resolutions().values(), key=lambda one: one.number)
    ]
    rows = [_measure_row(one) for one in measures()]
    return _page(
        "Resolutions and measures",
        "What the UN Security Council restricted in trade with the DPRK, seen from the DPRK: an export leaves it. `nktrade.measures()` "
        'gives the same rows as a table, with the HS headings; `nktrade.measures("coal", "export", on="2019-05-01")` those that bind.',
        "## Resolutions\n\n"
        + _table(("number", "adopted", "subject", "on the DPRK", "verified"), adopted)
        + "\n\n## Measures\n\n"
        + _table(
            ("resolution", "paragraph", "goods", "flow", "kind", "limit", "from", "to", "source"),
            rows,
        ),
    )


def _measure_row(one: Measure) -> tuple[str, ...]:
    caps = [
        f"{float(cap):,.0f} {unit}"
        for cap, unit in ((one.cap, one.cap_unit), (one.other_cap, one.other_cap_unit))
        if cap is not None
    ]
    last = one.last.isoformat() if one.last else ""
    flow = "both" if one.flow == "both" else str(one.flow)
    return (
        str(one.resolution),
        one.paragraph,
        one.good,
        flow,
        one.kind,
        " / ".join(caps),
        one.first.isoformat(),
        last,
        f"{one.source}{'' if one.verified else ' (not verified)'}",
    )


def baselines_page() -> str:
    """Every embedded baseline and, month by month, how many independent origins printed China's figures."""
    rows = []
    for name in baseline_names():
        frame = nk.baseline(name).frame
        rows.append(
            (
                f"`{name}`",
                source(name).title,
                f"{len(frame):,}",
                f"{frame['period_start'].min():%Y-%m} to {frame['period_end'].max():%Y-%m}",
                f"{frame['as_of'].max():%Y-%m-%d}",
                str(len(witnesses(frame["origin"].dropna().unique()))),
            )
        )
    coverage = "\n\n".join(
        f"### {name}\n\n{_coverage(nk.baseline('china_customs').frame, flow)}"
        for name, flow in (
            ("China's exports to the DPRK", "export"),
            ("China's imports from the DPRK", "import"),
            ("Total trade", "total"),
        )
    )
    return _page(
        "Baselines and what they cover",
        "Customs figures as others printed them. Every row says who counted, who printed it, where and when; no row is ground truth.",
        _table(("name", "what", "rows", "periods", "latest print", "independent origins"), rows)
        + "\n\n## China and the DPRK, month by month\n\nIndependent origins that printed a figure of that month; a blank is a month that none "
        "of them printed.\n\n" + coverage,
    )


def _coverage(frame: pd.DataFrame, flow: str) -> str:
    """Years down, months across, origins in the cells."""
    is_month = frame["period_start"].dt.to_period("M") == frame["period_end"].dt.to_period("M")
    is_all = (frame["commodity"] == "all") & (frame["kind"] == "level") & (frame["unit"] == "USD")
    rows = frame[is_month & is_all & (frame["reporter"] == "CHN") & (frame["flow"] == flow)]
    counts = {
        month: len(witnesses(group["origin"].dropna()))
        for month, group in rows.groupby(rows["period_start"].dt.to_period("M"))
    }
    years = range(min(counts).year, max(counts).year + 1)
    lines = [
        (
            str(year),
            *(
                str(counts.get(pd.Period(year=year, month=month, freq="M"), ""))
                for month in range(1, 13)
            ),
        )
        for year in years
    ]
    return _table(("year", *(str(month) for month in range(1, 13))), lines)


def errors_page() -> str:
    """Every message that the tests of errors provoke, under the truth that each test states."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in _provoked():
        kind, test, message = line.split("\t", 2)
        found[kind].setdefault(f"{test}\t{message}", None)
    parts = []
    for kind in sorted(found):
        rows = [tuple(one.split("\t", 1)) for one in sorted(found[kind])]
        parts.append(
            f"## {kind}\n\n"
            + _table(
                ("when", "message"), [(_inline(test), f"`{_inline(told)}`") for test, told in rows]
            )
        )
    return _page(
        "Error messages",
        "Misuse raises one of these; data never does. Every message says the place, what was found, what was expected and what to do. All "
        "of them are `nktrade.NktradeError`. They are collected from the tests, so each can be provoked.",
        "\n\n".join(parts),
    )


def _provoked() -> Iterable[str]:
    """Kind, test and message of every error that the tests of errors raise."""
    recorder = str(DOCS / "error_recorder.py")
    log = subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, recorder, _ERRORS],
        cwd=DOCS.parent,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "100"},
    ).stdout
    return [line for line in log.splitlines() if line.count("\t") > 1]


def _inline(words: str) -> str:
    return words.replace("|", "/").replace("`", "'")


def _verified(*, is_verified: bool) -> str:
    return "yes" if is_verified else "not yet"


def _page(title: str, about: str, *body: str) -> str:
    parts = "\n\n".join(body)
    return re.sub(r"\n{3,}", "\n\n", f"# {title}\n\n{_HEAD}{about}\n\n{parts}\n")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines)


PAGES: dict[str, Callable[[], str]] = {
    "checks.md": checks_page,
    "measures.md": measures_page,
    "baselines.md": baselines_page,
    "errors.md": errors_page,
}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (CATALOGUE / name).write_text(page(), encoding="utf-8")
