"""The catalogue of checks: each with its equation, what it says, and why it must hold."""

import textwrap
from collections.abc import Callable, Iterable
from typing import Protocol

from nktrade.report.csv_form import written
from nktrade.report.json_text import dumped, package_version

_COLUMNS = ("name", "type", "equation", "says", "because")
_WIDTH = 96


class Row(Protocol):
    """What the catalogue needs of a check: any record with these texts."""

    @property
    def name(self) -> str:
        """The check's name."""

    @property
    def type(self) -> str:
        """The relation type of the JSON form."""

    @property
    def equation(self) -> str:
        """Both sides of the check."""

    @property
    def says(self) -> str:
        """What must agree."""

    @property
    def because(self) -> str:
        """The source of the rule."""


Checks = Iterable[Row]


def as_text(checks: Checks) -> str:
    """One paragraph per check: name, equation, what it says, why."""
    every = [_entry(check) for check in checks]
    indent = max((len(entry["name"]) for entry in every), default=0) + 2
    lines = [line for entry in every for line in _paragraph(entry, indent)]
    return "\n".join(lines) + "\n"


def as_csv(checks: Checks) -> str:
    """One row per check."""
    return written(_COLUMNS, map(_entry, checks))


def as_json(checks: Checks) -> str:
    """One object per check."""
    entry = {
        "schema_version": 1,
        "nktrade": package_version(),
        "checks": [_entry(check) for check in checks],
    }
    return dumped(entry)


FORMS: dict[str, Callable[[Checks], str]] = {"text": as_text, "csv": as_csv, "json": as_json}


def _entry(check: Row) -> dict[str, str]:
    return {name: str(getattr(check, name)) for name in _COLUMNS}


def _paragraph(entry: dict[str, str], indent: int) -> list[str]:
    told = (entry["equation"], entry["says"], f"because: {entry['because']}")
    lines = [line for one in told for line in textwrap.wrap(one, _WIDTH - indent)]
    return [
        f"{entry['name'] if place == 0 else '':<{indent}}{line}" for place, line in enumerate(lines)
    ] + [""]
