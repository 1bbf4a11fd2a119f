"""Lexicons: one TOML file per language, compiled once to lookup tables. Nothing else knows a word.

A lexicon has these tables (``lexicons/en.toml`` is the example to follow):

``[language]``  ``code``; ``spaced`` (blanks divide words); ``decimal`` and ``thousands`` marks; ``blank``
(what a blank of a template may be in print); ``heads`` ("before" or "after": where the governing
word of a figure stands by preference); ``places`` (numerals are written in place words).
``[numbers]``   words that count: ``value = [words]``. ``[scales]``, ``[units]``, ``[counts]``,
``[money_before]``, ``[money_after]``: what stands around digits, by canonical value.
``[months]``, ``[ordinals]``, ``[years]``: fillers of the slots of a time template.
``[words.ROLE]``: what a word is to the engine, by value; the roles are closed (``ROLES``).
``[[periods]]``: time templates (``forms``) and what they mean (``means``, see ``periods``).

Languages that mark cases by particles also have ``[marks_after]`` and ``[marks_before]`` (particles by case) and
in ``[language]``: ``home`` (whose trade is meant where nothing says), ``gate`` (how a numeral may begin), ``over``
(what stands between the two numerals of a fraction), ``price`` (what names the unit of a price before it).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from nktrade.errors import TableError, nearest
from nktrade.reading.dense import Dense, dense
from nktrade.reading.lookups import Entry, Lookup, Template
from nktrade.reading.patterns import alternation, bounded, heads, spellings

FOLDER = Path(__file__).parent / "lexicons"
ROLES = frozenset(
    [
        "area",
        "flow",
        "deal",
        "deed",
        "commodity",
        "pronoun",
        "world",
        "case",
        "possessive",
        "change",
        "multiple",
        "level",
        "share",
        "ratio",
        "cap",
        "price",
        "compare",
        "base",
        "break",
        "hedge",
        "hedge_after",
        "source",
        "says",
        "cites",
        "standing",
        "channel",
        "valuation",
        "scope",
        "other",
        "rate",
        "respectively",
        "each",
        "place",
        "actor",
        "doubt",
        "statement",
        "resolution",
        "measure",
        "modal",
        "version",
        "range",
        "size",
        "whole",
        "per",
        "period",
        "number",
        "fraction",
        "filler",
        "vague",
        "adopted",
        "neutral",
        "company",
        "equal",
        "since",
        "part",
    ]
)
LANDMARKS = frozenset(
    {
        "area", "place", "source", "cap", "resolution", "statement", "vague", "multiple", "fraction",
        "channel", "number",
    }
)  # fmt: skip
"""Roles that are looked for in every sentence: they tell what a document is about, or hold a claim."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_YEAR = r"(?:19|20)\d\d|'\d\d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language, compiled."""

    code: str
    spaced: bool
    decimal: str
    thousands: str
    heads: str
    places: bool
    """Whether numerals are written in place words, digits among them."""
    section: Fraction
    """The least multiplier that closes a section of a numeral."""
    digits: re.Pattern[str]
    joiner: re.Pattern[str]
    """What may stand between the words of one numeral."""
    point: re.Pattern[str] | None
    """A decimal point said in words."""
    words: Mapping[str, Lookup]
    """Look-ups by first word (spaced) or whole surface; templates that begin with a digit by ""."""
    landmarks: Mapping[str, Lookup]
    """The look-ups of the words that matter in every sentence of a document."""
    word: re.Pattern[str]
    """Where a look-up begins."""
    dense: Dense
    """Where one begins that no blank leads up to."""
    numbers: Mapping[str, Fraction]
    number: re.Pattern[str]
    scales: Mapping[str, Fraction]
    scale: re.Pattern[str]
    units: Mapping[str, str]
    unit: re.Pattern[str]
    counts: Mapping[str, str]
    count: re.Pattern[str]
    money: Mapping[str, str]
    money_before: re.Pattern[str]
    currencies: frozenset[str]
    per: re.Pattern[str]
    """What stands between a price and the unit it is for."""
    link: re.Pattern[str]
    """What joins two figures that share a unit; its group ``range`` makes them ends of one."""
    citation: re.Pattern[str]
    """The number behind the word resolution; ``citation_next``: a further one; both name it ``n``."""
    citation_next: re.Pattern[str]
    citation_before: re.Pattern[str]
    """The number before the word resolution, where a language puts it there."""
    deadline: re.Pattern[str]
    possessive: re.Pattern[str]
    owners: frozenset[str]
    """Pronouns that own: its, their."""
    sentence: re.Pattern[str]
    """Where a sentence may end."""
    abbreviations: frozenset[str]
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    years: Mapping[str, int]
    marks_after: Mapping[str, str]
    """Particles behind a name or a figure, with the case they mark."""
    mark_after: re.Pattern[str]
    marks_before: Mapping[str, str]
    mark_before: re.Pattern[str]
    hedges_before: Mapping[str, str]
    hedge_before: re.Pattern[str]
    hedges_after: Mapping[str, str]
    """Hedges that stand behind a numeral or its unit."""
    hedge_after: re.Pattern[str]
    home: str | None
    country: str | None
    unsure: re.Pattern[str]
    """What makes the numeral behind it no amount: the word for unit."""
    several: re.Pattern[str]
    """What stands for a few before a scale word: 수천, 数百."""
    coin: str | None
    """The money meant by a bare word for coin; ``coins``: those it may mean once one is named."""
    coins: frozenset[str]
    run: re.Pattern[str]
    """A numeral in place words, from its first letter to its last."""
    gate: re.Pattern[str]
    over: re.Pattern[str]
    price: re.Pattern[str]

    @property
    def marks_cases(self) -> bool:
        """Whether particles tell who does what, and not the order of words."""
        return bool(self.marks_after)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language code, or of a file of one's own.

    >>> lexicon("en").code
    'en'
    """
    path = Path(language) if language.endswith(".toml") else FOLDER / f"{language}.toml"
    if not path.is_file():
        raise TableError(
            f"lexicon {language!r}: found no file {path.name}, expected a language or a .toml file; "
            f"{nearest(language, languages())}"
        )
    with path.open("rb") as file:
        try:
            tables = tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise TableError(
                f"{path.name}: found {error}, expected TOML; mend that line"
            ) from error
    return _Compiler(tables, path.name).lexicon()


def languages() -> tuple[str, ...]:
    """The codes of the languages that can be read."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@dataclass(frozen=True, slots=True)
class _Compiler:
    """The tables of one file, on their way to a lexicon."""

    tables: dict[str, Any]  # TOML admits anything; every key is checked where it is read
    file: str

    def lexicon(self) -> Lexicon:
        language = self._table("language")
        slots = {name: self._numbers(name) for name in ("months", "ordinals", "years")}
        numbers, scales = self._fractions("numbers"), self._fractions("scales")
        before, after = self._spelled("money_before"), self._spelled("money_after")
        units, counts = self._spelled("units") | after, self._spelled("counts")
        words = self._words(slots, numbers)
        landmarks = {key: kept for key, one in words.items() if (kept := one.within(LANDMARKS))}
        marks_after, marks_before = self._optional("marks_after"), self._optional("marks_before")
        before_it, after_it = self._hedges("hedge"), self._hedges("hedge_after")
        return Lexicon(
            code=str(language["code"]),
            spaced=self._spaced,
            decimal=str(language["decimal"]),
            thousands=str(language["thousands"]),
            heads=str(language["heads"]),
            places=bool(language["places"]),
            section=Fraction(language["section"]),
            digits=re.compile(language["digits"]),
            joiner=re.compile(language["joiner"]),
            point=re.compile(language["point"]) if language.get("point") else None,
            words=words,
            landmarks=landmarks,
            word=_FIRST_WORD,
            dense=dense({} if self._spaced else words, landmarks),
            numbers=numbers,
            number=bounded(numbers),
            scales=scales,
            scale=bounded(scales) if self._spaced else re.compile(f"(?:{alternation(scales)})"),
            units=units,
            unit=bounded(units),
            counts=counts,
            count=bounded(counts),
            money=before | after,
            money_before=re.compile(rf"(?<![A-Z])(?:{alternation(before)})[ \-]?\Z"),
            currencies=frozenset({*before.values(), *after.values()}),
            per=re.compile(language["per"]),
            link=re.compile(language["link"]),
            citation=re.compile(language["citation"]),
            citation_next=re.compile(language["citation_next"]),
            citation_before=re.compile(f"(?:{language.get('citation_before', '(?!)')})" + r"\Z"),
            deadline=re.compile(language["deadline"]),
            possessive=re.compile(language["possessive"]),
            owners=frozenset(language["owners"]),
            sentence=re.compile(language["sentence"]),
            abbreviations=frozenset(language["abbreviations"]),
            months=slots["months"],
            ordinals=slots["ordinals"],
            years=slots["years"],
            marks_after=marks_after,
            mark_after=bounded(marks_after),
            marks_before=marks_before,
            mark_before=re.compile(f"(?:{alternation(marks_before) or '(?!)'})" + r"\Z"),
            hedges_before=before_it,
            hedge_before=re.compile(f"(?P<hedge>{alternation(before_it) or '(?!)'})" + r" ?\Z"),
            hedges_after=after_it,
            hedge_after=re.compile(f"(?:{alternation(after_it) or '(?!)'})"),
            home=language.get("home"),
            country=language.get("country"),
            several=re.compile(language.get("several", "(?!)")),
            unsure=re.compile(f"(?:{language.get('vague', '(?!)')})" + r"\Z"),
            coin=language.get("coin"),
            coins=frozenset(language.get("coins", ())),
            run=re.compile(
                rf"(?:{language.get('gate', '(?!)')})(?:\d+|{language.get('gate', '(?!)')}"
                rf"|{alternation(scales)}|[,.]\d| (?=\d)|{alternation(after_it) or '(?!)'})*"
            ),
            gate=re.compile(language.get("gate", r"\d")),
            over=re.compile(language.get("over", "(?!)")),
            price=re.compile(f"(?:{language.get('price', '(?!)')})" + r"\Z"),
        )

    def _hedges(self, role: str) -> dict[str, str]:
        table = self._table("words").get(role, {})
        return dict(self._pairs(f"words.{role}", table))

    def _optional(self, name: str) -> dict[str, str]:
        return self._spelled(name) if name in self.tables else {}

    @property
    def _spaced(self) -> bool:
        return bool(self._table("language")["spaced"])

    def _table(self, name: str) -> dict[str, Any]:
        table = self.tables.get(name)
        if not isinstance(table, dict):
            raise TableError(
                f"{self.file}: found no table [{name}], expected one; {nearest(name, self.tables)}"
            )
        return table

    def _pairs(self, name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Each spelling with its value, from ``value = [words]``."""
        for value, listed in table.items():
            if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
                raise TableError(
                    f"{self.file}: [{name}] {value}: found {listed!r}, expected a list of words; "
                    'write them as ["one", "other"]'
                )
            for word in listed:
                for spelling in sorted(spellings(word, spaced=self._spaced)):
                    yield spelling, value

    def _spelled(self, name: str) -> dict[str, str]:
        """Values by spelling; the first listed wins where headlines make two words one."""
        found: dict[str, str] = {}
        for spelling, value in self._pairs(name, self._table(name)):
            found.setdefault(spelling, value)
        return found

    def _numbers(self, name: str) -> dict[str, int]:
        return {word: int(value) for word, value in self._spelled(name).items()}

    def _fractions(self, name: str) -> dict[str, Fraction]:
        try:
            return {word: Fraction(value) for word, value in self._spelled(name).items()}
        except ValueError as error:
            raise TableError(
                f"{self.file}: [{name}]: found {error}, expected a number as key; write it as 1000"
            ) from error

    def _words(
        self, slots: Mapping[str, Mapping[str, int]], numbers: Mapping[str, Fraction]
    ) -> dict[str, Lookup]:
        entries: dict[str, list[Entry]] = {}
        for role, table in self._table("words").items():
            if role not in ROLES:
                raise TableError(
                    f"{self.file}: [words.{role}]: found an unknown role; {nearest(role, ROLES)}"
                )
            for surface, value in self._pairs(f"words.{role}", table):
                entries.setdefault(self._key(surface), []).append(Entry(surface, role, value))
        if self._spaced:
            for surface, value in self._pairs("numbers", self._table("numbers")):
                entries.setdefault(self._key(surface), []).append(Entry(surface, "number", value))
        templates: dict[str, list[Template]] = {}
        for head, one in self._templates(slots, numbers):
            templates.setdefault(head, []).append(one)
        keys = {*entries, *templates}
        return {key: Lookup(entries.get(key, ()), templates.get(key, ())) for key in sorted(keys)}

    def _key(self, surface: str) -> str:
        first = _FIRST_WORD.match(surface) if self._spaced else None
        return first[0] if first else surface

    def _templates(
        self, slots: Mapping[str, Mapping[str, int]], numbers: Mapping[str, Fraction]
    ) -> Iterator[tuple[str, Template]]:
        language = self._table("language")
        whole = [word for word, value in numbers.items() if value.denominator == 1]
        words = {"month": slots["months"], "ord": slots["ordinals"], "n": whole, "day": []}
        years = {"year": slots["years"]}
        fillers = {
            "month": alternation(slots["months"]),
            "ord": alternation(slots["ordinals"]),
            "n": rf"\d{{1,2}}|{alternation(whole)}",
            "day": r"[0-3]?\d(?:st|nd|rd|th)?",
            "year": rf"{language.get('year', _YEAR)}|{alternation(slots['years'])}",
        }
        digits = {"year": {""}, "n": {""}, "day": {""}}
        starts = {
            name: {*list(listed), *digits.get(name, ())} for name, listed in (words | years).items()
        }
        for row in self.tables.get("periods", []):
            for written in row["forms"]:
                for form in sorted(spellings_of_form(written, spaced=self._spaced)):
                    one = Template(
                        form, row["means"], fillers, str(language["blank"]), spaced=self._spaced
                    )
                    for head in sorted(heads(form, starts)):
                        yield head, one


def spellings_of_form(form: str, *, spaced: bool) -> frozenset[str]:
    """The form, and the form at the head of a sentence."""
    if not spaced:
        return frozenset({form})
    if form.startswith("("):
        group, close, rest = form[1:].partition(")")
        capital = "|".join(one[:1].upper() + one[1:] for one in group.split("|"))
        return frozenset({form, f"({capital}{close}{rest}"})
    return frozenset({form, form[:1].upper() + form[1:]})
