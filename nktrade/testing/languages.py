"""Languages: the words and sentences of the report writer, one TOML table per language.

To add a language, add ``phrases/xx.toml`` with the keys of English; no code knows a language.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nktrade.errors import TableError, nearest

TABLES = Path(__file__).with_name("phrases")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """How a language names a country and whoever counts its trade."""

    names: list[str]
    adjectives: list[str]
    customs: list[str]
    city: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords:
    """Ways to write amounts of one unit, by notation."""

    scaled: list[str] = field(default_factory=list)
    """12.96 million dollars."""
    full: list[str] = field(default_factory=list)
    """12,955,000 dollars; prices and percentages too."""
    short: list[str] = field(default_factory=list)
    """$12.96m."""
    spelled: list[str] = field(default_factory=list)
    """two-point-79 billion dollars."""
    myriad: list[str] = field(default_factory=list)
    """1억2345만 달러."""
    worded: list[str] = field(default_factory=list)
    """1억2천345만 달러."""
    cell: list[str] = field(default_factory=list)
    """12.96, the unit standing above the table."""
    shorts: dict[str, str] = field(default_factory=dict)
    """Scale words of the short notation by power of ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A manner of writing: its notations, whether it has a headline, how the body opens."""

    notations: list[str]
    headline: bool = False
    opening: list[str] = field(default_factory=lambda: [""])
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with slots for facts. What it says, its slots say."""

    text: str
    role: str = "more"
    """opening, more, aside, goods, headline, citation or brief."""
    about: str = "same"
    """Which period it speaks of: month, run, or the same as the sentence before."""
    only: str = ""
    """The one period an opening or headline may speak of, where it makes sense for one alone."""
    goods: str = ""
    """The side, seen from the reporter, whose goods it lists."""
    count: int = 1
    """How many goods it needs."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Language:
    """All that the writer knows of one language."""

    code: str
    between: str
    """What stands between two sentences."""
    cased: bool
    written_out_below: int
    """Smaller amounts take no scale word."""
    months: list[str]
    counts: list[str]
    day: str
    full_day: list[str]
    spelled: list[str] = field(default_factory=list)
    """Digits as words, for scripts that are read aloud."""
    spelled_point: str = ""
    big_words: dict[str, str] = field(default_factory=dict)
    """Big words of a myriad numeral by power of ten, largest first."""
    thousand: str = ""
    """The word for thousands within a group of a worded numeral."""
    groups_scaled: bool = True
    """Whether thousands are marked before a scale word too."""
    restated: list[str]
    """The two currencies of a restated amount, in the order of their print."""
    bracket: str
    """What opens the bracket of a restatement."""
    scales: dict[str, str]
    countries: dict[str, Country]
    commodities: dict[str, list[str]]
    units: dict[str, UnitWords]
    hedges: dict[str, list[str]]
    directions: dict[str, list[Pair]]
    gaps: dict[str, list[Pair]]
    periods: dict[str, list[str]]
    bases: dict[str, list[str]]
    labels: dict[str, str]
    styles: dict[str, Style]
    citations: list[Pair]
    """How a resolution is named, and the words around its name and date."""
    sentences: list[Sentence]

    def spoken(self, day: date, form: str) -> str:
        """The words for a day."""
        return form.format(month=self.months[day.month - 1], day=day.day, year=day.year)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"


def available() -> tuple[str, ...]:
    """The codes of the languages that the writer speaks, English first."""
    codes = sorted(path.stem for path in TABLES.glob("*.toml"))
    return tuple(sorted(codes, key=lambda code: code != "en"))


@cache
def language(code: str) -> Language:
    """The table of one language.

    Raises: TableError for a language without a table, or a table with an unknown key.
    """
    path = TABLES / f"{code}.toml"
    if not path.is_file():
        raise TableError(
            f"report language {code!r}: found no table, expected one of the writer's; "
            f"{nearest(code, available())}"
        )
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return Language(**table | _records(table))
    except TypeError as error:
        raise TableError(
            f"{path.name}: found {error}, expected the keys of en.toml; correct the table"
        ) from error


def _records(table: dict[str, Any]) -> dict[str, Any]:  # Any: TOML is untyped until here
    """The nested tables of a language as records."""
    return {
        "countries": {code: Country(**one) for code, one in table["countries"].items()},
        "units": {unit: UnitWords(**one) for unit, one in table["units"].items()},
        "styles": {name: Style(**one) for name, one in table["styles"].items()},
        "sentences": [Sentence(**one) for one in table["sentences"]],
        "directions": _pairs(table["directions"]),
        "gaps": _pairs(table["gaps"]),
        "citations": [(name, text) for name, text in table["citations"]],
    }


def _pairs(groups: dict[str, list[list[str]]]) -> dict[str, list[Pair]]:
    return {name: [(more, less) for more, less in pairs] for name, pairs in groups.items()}
