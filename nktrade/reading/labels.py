"""Labels: what the words of a table's header, row, section or note say about the numbers under them."""

import re
from fractions import Fraction
from typing import NamedTuple

from nktrade.reading.frames import Frame, frames
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.parties import parties
from nktrade.reading.periods import When
from nktrade.reading.tags import declared_basis, declared_unit, declared_units, tagged
from nktrade.reading.words import Mention, mentions

_TOKEN = re.compile(r"[^\W\d_]+\$?|[$€£¥₩%]|\d[\d,]*")
_BARE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:[.\-/] ?(?P<month>0?[1-9]|1[0-2])(?:[~∼–-](?P<month2>0?[1-9]|1[0-2]))?)?\.?"
)
"""A time in digits alone, which only a label can print: 2013, 2013.5, 2013.1~5."""
YEAR_OF_ROW = "full_year"
"""What a column means that adds up those of the parts of a year: the year that the row names."""
_OF_TABLE = frozenset({"this_month", "same", "same_month"})
"""What a column means by this month: the one that the table is of."""
_INHERITED = ("flow", "sign", "commodity", "reporter", "partner", "base", "unit", "per")


class Label(NamedTuple):
    """The roles that a label names."""

    flow: str | None = None
    sign: str | None = None
    commodity: str | None = None
    reporter: str | None = None
    partner: str | None = None
    when: When | None = None
    base: str | None = None
    is_change: bool = False
    moves: str | None = None
    """Which way its changes go where no sign stands with them: 減少率."""
    past: str | None = None
    """How far back its level lies from the period of the table: 上年同月, 전년 동월."""
    is_share: bool = False
    is_so_far: bool = False
    """Whether it counts from January on: 累计, 累計, 누계."""
    is_rest: bool = False
    """Whether it is what the other rows leave: その他."""
    is_whole: bool = False
    unit: str | None = None
    units: tuple[tuple[str, Fraction], ...] = ()
    """Every unit that a note declares, where columns are weighed and paid for."""
    is_worth: bool = False
    """Whether it counts money, whatever the goods are counted in: 金额."""
    per: str | None = None
    """For what its prices are told."""
    scale: Fraction = Fraction(1)

    def over(self, under: "Label") -> "Label":
        """This label with what it leaves open taken from another."""
        filled = {name: getattr(self, name) or getattr(under, name) for name in _INHERITED}
        if self.reporter and self.reporter == filled["partner"]:
            filled["partner"] = under.reporter
        if self.partner and self.partner == filled["reporter"]:
            filled["reporter"] = under.partner
        return self._replace(**filled, scale=self.scale if self.unit else under.scale)


def label_of(words: str, lexicon: Lexicon) -> Label:
    """The roles that the words of a label name."""
    found = mentions(words, lexicon)
    unit, scale = (declared_unit if lexicon.places else unit_of)(words, lexicon)
    frame, named = (tagged if lexicon.marks_cases else _framed)(words, found, lexicon)
    times = [one.when for one in found if one.when] or _bare_time(words)
    base = next(
        (when.base for when in times if when.is_base and not _is_level(when, lexicon)), None
    )
    past = next((when.base for when in times if _is_level(when, lexicon)), None)
    shares = any(one.role == "share" for one in found)
    return Label(
        flow=frame.flow if frame else None,
        sign=frame.sign if frame else None,
        commodity=next((one.value for one in found if one.role == "commodity"), None),
        reporter=frame.reporter if frame else (named[0] if len(named) > 1 else None),
        partner=frame.partner if frame else (named[-1] if named else None),
        when=next((when for when in times if not when.is_base and when.means != "none"), None),
        base=base,
        past=past,
        moves=next((one.value for one in found if one.role == "change"), None),
        is_change=bool(base)
        or any(one.role in {"change", "measure"} for one in found)
        or (unit == "percent" and not shares),
        is_share=shares,
        is_so_far=lexicon.so_far.search(words) is not None,
        is_rest=lexicon.rest.fullmatch(words.strip()) is not None,
        is_whole=any(one.role == "whole" or one.value == "sum" for one in found),
        unit=None if unit == "percent" else unit,
        units=tuple(declared_units(words, lexicon)) if lexicon.places else (),
        is_worth=any(
            one.value.partition(":")[2] == "value" or one.value == "value" for one in found
        ),
        per=declared_basis(words, lexicon) if lexicon.places else None,
        scale=scale,
    )


def _bare_time(words: str) -> list[When]:
    """The time that a label of digits alone stands for."""
    found = _BARE.fullmatch(words.strip())
    if not found:
        return []
    month, month2 = (int(one) if one else None for one in (found["month"], found["month2"]))
    means = "months" if month2 else "month" if month else "year"
    return [When(means, year=int(found["year"]), month=month, month2=month2)]


def _is_level(when: When, lexicon: Lexicon) -> bool:
    """Whether a column so headed holds the older level, and not the change from it."""
    return lexicon.marks_cases and when.is_point


def _framed(words: str, found: list[Mention], lexicon: Lexicon) -> tuple[Frame | None, list[str]]:
    """The first frame of a label, and the countries it names."""
    named = parties(words, found, lexicon)
    framed = frames(found, named) if (way := _way(words, lexicon)) is None else [way]
    return framed[0] if framed else None, [one.code for one in named if one.mention.role == "area"]


def _way(words: str, lexicon: Lexicon) -> Frame | None:
    """The flow that only a heading names so: Outbound, Goods in."""
    words = words.strip()
    ways = {"export": lexicon.outward, "import": lexicon.inward}
    told = next((way for way, pattern in ways.items() if pattern.match(words)), None)
    return Frame(Mention(0, len(words), "flow", told), told) if told else None


def dated(own: When | None, column: When | None, general: When | None) -> When | None:
    """The time of a cell: a month in one label takes its year from another."""
    if general is not None and column is not None and column.means in _OF_TABLE:
        column = None
    if own is not None and column is not None and column.means == YEAR_OF_ROW:
        column = None
    named = [one for one in (own, column, general) if one is not None]
    if not named:
        return None
    first = min(named, key=lambda one: one.means in {"year", "whole_year"})
    year = next((one.year for one in named if one.year), None)
    return first if first.has_year or year is None else first._replace(year=year)


def unit_of(words: str, lexicon: Lexicon) -> tuple[str | None, Fraction]:
    """Unit and scale that a header or a note declares: (thousand tonnes), Unit: millions of USD.

    >>> from nktrade.reading.lexicon import lexicon
    >>> unit_of("Unit: millions of USD", lexicon("en"))
    ('USD', Fraction(1000000, 1))
    """
    unit: str | None = None
    scale = Fraction(1)
    paid = -9  # where money ends: right behind it a letter alone is a scale, $m
    for found in _TOKEN.finditer(words):
        counted = lexicon.unit.match(words, found.start())
        text = counted[0] if counted else found[0]  # Australian dollars, not dollars
        if text[0].isdigit():
            plain = text.replace(",", "")
            scale *= int(plain) if plain[0] == "1" and set(plain[1:]) == {"0"} else 1
        elif text in lexicon.scales and (len(text) > 1 or 0 <= found.start() - paid <= 1):
            scale *= lexicon.scales[text]
        elif unit is None and (text in lexicon.units or text in lexicon.money):
            name, _, factor = (lexicon.units.get(text) or lexicon.money[text]).partition(":")
            unit, scale = name, scale * Fraction(factor or 1)
            paid = found.start() + len(text) if text in lexicon.money else paid
    return unit, scale
