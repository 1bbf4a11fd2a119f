"""The outcome of replaying a bundle: a line for a terminal, or JSON."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nktrade.report import words
from nktrade.report.json_text import dumped, package_version
from nktrade.report.visible import on_one_line

if TYPE_CHECKING:
    from nktrade.report.report import Report


def as_text(folder: str, report: "Report", differences: Sequence[str]) -> str:
    """One line where nothing differs, else a line for each difference."""
    if differences:
        return "".join(f"{on_one_line(f'{folder}: {one}')}\n" for one in differences)
    held = [
        words.counted(len(report.checked), "document"),
        words.counted(len(report.baselines), "baseline"),
        words.counted(len(report.amendments), "amendment"),
    ]
    told = words.listed(held)
    return f"{on_one_line(folder)}: the same, byte for byte: {told}, nktrade {package_version()}\n"


def as_json(folder: str, _: "Report", differences: Sequence[str]) -> str:
    """Whether it is the same, and what is not."""
    told = {"folder": folder, "same": not differences, "differences": list(differences)}
    return dumped({"schema_version": 1, "nktrade": package_version(), **told})


FORMS: dict[str, "Callable[[str, Report, Sequence[str]], str]"] = {
    "text": as_text,
    "json": as_json,
}
