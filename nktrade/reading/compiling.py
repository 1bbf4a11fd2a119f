"""Compiling: the tables of a lexicon file become one vocabulary."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from nktrade.errors import TableError, nearest
from nktrade.reading.attributive import attributive, endings_of
from nktrade.reading.dense import dense
from nktrade.reading.longest import Longest
from nktrade.reading.lookups import Entry, Lookup, Template
from nktrade.reading.patterns import alternation, spellings
from nktrade.reading.telling import telling
from nktrade.reading.templates import templates
from nktrade.reading.vocabulary import Lexicon
from nktrade.reading.word_roles import LANDMARKS, ROLES
from nktrade.reference.eras import eras

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NEVER = "(?!)"
_PATTERNS = (
    "ranked", "made", "first", "alone", "passed", "outdoing", "explaining", "standing", "about", "than", "ranks", "reporting", "record", "pointing", "within", "past", "lasting", "span", "among", "leading", "so_far", "rest",
    "was", "elided", "outward", "inward", "plain", "narrowing", "agent", "led", "quality", "averaging", "sometime", "jointly",
)  # fmt: skip
"""Keys of [language] that are patterns; what a language leaves out never matches."""
_Fields = dict[str, Any]  # fields of a lexicon by name: each has a type of its own


@dataclass(frozen=True, slots=True)
class Compiler:
    """The tables of one file, on their way to a lexicon."""

    tables: dict[str, Any]  # TOML admits anything; every key is checked where it is read
    file: str

    def lexicon(self) -> Lexicon:
        """The lexicon that the tables declare."""
        numbers, scales = self._fractions("numbers"), self._fractions("scales")
        slots = {name: self._numbers(name) for name in ("months", "ordinals", "years")}
        return Lexicon(
            **self._traits(),
            **self._numerals(numbers | self._spoken_digits(), scales),
            **self._measures(),
            **self._lookups(slots, numbers),
            **self._citing(),
            **self._particles(),
            **self._placed(scales),
        )

    def _traits(self) -> _Fields:
        """How the language is written."""
        language = self._table("language")
        return {
            "code": str(language["code"]),
            "spaced": self._spaced,
            "decimal": str(language["decimal"]),
            "thousands": str(language["thousands"]),
            "heads": str(language["heads"]),
            "places": bool(language["places"]),
            "section": Fraction(language["section"]),
            "possessive": re.compile(language["possessive"]),
            "owners": frozenset(language["owners"]),
            "nameless": frozenset(language["nameless"]),
            "sentence": re.compile(language["sentence"]),
            "abbreviations": frozenset(language["abbreviations"]),
            "home": language.get("home"),
            "country": language.get("country"),
            **{name: re.compile(language.get(name, _NEVER)) for name in _PATTERNS},
            "letters": self._letters(),
            "holding": self._behind("holding"),
            "definite": self._behind("definite"),
        }

    def _numerals(self, numbers: Mapping[str, Fraction], scales: Mapping[str, Fraction]) -> _Fields:
        """How numbers are written."""
        language = self._table("language")
        return {
            "digits": re.compile(language["digits"]),
            "joiner": re.compile(language["joiner"]),
            "point": re.compile(language["point"]) if language.get("point") else None,
            "numbers": numbers,
            "number": Longest(numbers),
            "scales": scales,
            "scale": Longest(scales, is_bounded=self._spaced),
        }

    def _measures(self) -> _Fields:
        """What stands around a number: money, units, counted things."""
        language = self._table("language")
        before, after = self._spelled("money_before"), self._spelled("money_after")
        units, counts = self._spelled("units") | after, self._spelled("counts")
        return {
            "units": units,
            "unit": Longest(units),
            "counts": counts,
            "count": Longest(counts),
            "money": before | after,
            "money_before": re.compile(rf"(?<![A-Z])(?:{alternation(before)})[ \-]?\Z"),
            "currencies": frozenset({*before.values(), *after.values()}),
            "per": re.compile(language["per"]),
            "basis": re.compile(language.get("basis", _NEVER)),
            "occurs": re.compile(language.get("occurs", _NEVER)),
            "records": re.compile(language.get("records", _NEVER)),
            "adds": re.compile(language.get("adds", _NEVER)),
            "falls_in": re.compile(language.get("falls_in", _NEVER)),
            "grows": re.compile(language.get("grows", _NEVER)),
            "link": re.compile(language["link"]),
            "coin": language.get("coin"),
            "coins": frozenset(language.get("coins", ())),
        }

    def _lookups(
        self, slots: Mapping[str, Mapping[str, int]], numbers: Mapping[str, Fraction]
    ) -> _Fields:
        """What words and time templates are to the engine."""
        named = self._eras()
        words = self._words(slots, numbers, named)
        landmarks = {key: kept for key, one in words.items() if (kept := one.within(LANDMARKS))}
        return {
            "words": words,
            "landmarks": telling(landmarks.values(), _FIRST_WORD) if self._spaced else {},
            "word": _FIRST_WORD,
            "dense": dense(words, landmarks) if not self._spaced else dense({}, ()),
            **slots,
            "eras": named,
            "era": self._first_year(str(bare))
            if (bare := self._table("language").get("era"))
            else None,
        }

    def _citing(self) -> _Fields:
        """How resolutions are cited."""
        language = self._table("language")
        return {
            "citation": re.compile(language["citation"]),
            "citation_next": re.compile(language["citation_next"]),
            "citation_before": self._behind("citation_before"),
            "deadline": re.compile(language["deadline"]),
        }

    def _particles(self) -> _Fields:
        """Particles by case, and hedges that stand beside a numeral without a blank."""
        marks_after, marks_before = self._optional("marks_after"), self._optional("marks_before")
        before, after = self._beside("hedge"), self._beside("hedge_after")
        led = self._table("language").get("led", "")
        return {
            "marks_after": marks_after,
            "mark_after": Longest(marks_after),
            "marks_before": marks_before,
            "mark_before": re.compile(f"(?:{alternation(marks_before) or _NEVER})" + r"\Z"),
            "hedges_before": before,
            "hedge_before": re.compile(
                f"(?P<hedge>{alternation(before) or _NEVER}) ?(?P<led>(?:{led})?)" + r"\Z"
            ),
            "hedges_after": after,
            "hedge_after": Longest(after, is_bounded=False),
        }

    def _placed(self, scales: Mapping[str, Fraction]) -> _Fields:
        """How numerals in place words are found."""
        language = self._table("language")
        gate = language.get("gate", _NEVER)
        hedges = alternation(self._beside("hedge_after")) or _NEVER
        scale = alternation(scales)
        return {
            "several": re.compile(language.get("several", _NEVER)),
            "unsure": self._behind("vague"),
            "run": re.compile(
                rf"(?:{gate})(?:\d+|{gate}|{scale}|[,.]\d| (?=\d|{scale})|{hedges})*"
            ),
            "gate": re.compile(language.get("gate", r"\d")),
            "over": re.compile(language.get("over", _NEVER)),
            "price": self._behind("price"),
        }

    def _behind(self, name: str) -> re.Pattern[str]:
        """What a key of the language says may end right before a place; nothing where it is absent."""
        return re.compile(f"(?:{self._table('language').get(name, _NEVER)})" + r"\Z")

    def _letters(self) -> dict[int, int]:
        table = self.tables.get("letters", {})
        old, new = str(table.get("from", "")), str(table.get("to", ""))
        if len(old) != len(new):
            raise TableError(
                f"{self.file}: [letters]: found {len(old)} letters in from and {len(new)} in to, "
                "expected as many; write one for one"
            )
        return str.maketrans(old, new)

    def _beside(self, role: str) -> dict[str, str]:
        """Hedges that may touch a numeral; none where numerals are not written in place words."""
        table = self._table("words").get(role, {}) if self._table("language")["places"] else {}
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
        spaced = self._spaced
        for value, listed in table.items():
            if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
                raise TableError(
                    f"{self.file}: [{name}] {value}: found {listed!r}, expected a list of words; "
                    'write them as ["one", "other"]'
                )
            for word in listed:
                for spelling in spellings(word, spaced=spaced):
                    yield spelling, value

    def _spelled(self, name: str) -> dict[str, str]:
        """Values by spelling; the first listed wins where headlines make two words one."""
        found: dict[str, str] = {}
        for spelling, value in self._pairs(name, self._table(name)):
            found.setdefault(spelling, value)
        return found

    def _numbers(self, name: str) -> dict[str, int]:
        return {word: int(value) for word, value in self._spelled(name).items()}

    def _eras(self) -> dict[str, int]:
        return {name: self._first_year(era) for name, era in self._optional("eras").items()}

    def _first_year(self, era: str) -> int:
        """The first year of an era of the reference table."""
        known = eras()
        if era not in known:
            raise TableError(
                f"{self.file}: [eras]: found {era!r}, expected an era of the reference table; "
                f"{nearest(era, known)}"
            )
        return known[era].first_year

    def _spoken_digits(self) -> dict[str, Fraction]:
        """Words that are digits of a numeral and count nothing alone."""
        return self._fractions("digits") if "digits" in self.tables else {}

    def _fractions(self, name: str) -> dict[str, Fraction]:
        try:
            return {word: Fraction(value) for word, value in self._spelled(name).items()}
        except ValueError as error:
            raise TableError(
                f"{self.file}: [{name}]: found {error}, expected a number as key; write it as 1000"
            ) from error

    def _words(
        self,
        slots: Mapping[str, Mapping[str, int]],
        numbers: Mapping[str, Fraction],
        named: Iterable[str],
    ) -> dict[str, Lookup]:
        entries: dict[str, dict[str, Entry]] = {}
        for role, table in self._table("words").items():
            if role not in ROLES:
                raise TableError(
                    f"{self.file}: [words.{role}]: found an unknown role; {nearest(role, ROLES)}"
                )
            self._enter(role, self._pairs(f"words.{role}", table), entries)
        if endings := endings_of(self._table("language").get("singular", {})):
            goods = self._pairs("words.commodity", self._table("words")["commodity"])
            self._enter("noun", attributive(goods, endings), entries)
        if self._spaced:
            self._enter("number", self._pairs("numbers", self._table("numbers")), entries)
        timed: dict[str, list[Template]] = {}
        for head, one in templates(self.tables, slots, numbers, named):
            timed.setdefault(head, []).append(one)
        keys = {*entries, *timed}
        return {key: Lookup(key, entries.get(key, {}), timed.get(key, ())) for key in sorted(keys)}

    def _enter(
        self, role: str, pairs: Iterable[tuple[str, str]], entries: dict[str, dict[str, Entry]]
    ) -> None:
        """Adds the words of a role by the first word of each; the first role of a spelling stays."""
        first = _FIRST_WORD.match if self._spaced else None
        for surface, value in pairs:
            begins = first(surface) if first else None
            known = entries.setdefault(begins[0] if begins else surface, {})
            if surface not in known:
                known[surface] = Entry(surface, role, value)
