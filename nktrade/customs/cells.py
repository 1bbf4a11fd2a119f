"""Cells: what the texts of customs files mean, each distinct text read once.

A reading gives what a text is worth, or None; the caller says why a row without it is set apart.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nktrade.core.period import Period
from nktrade.customs.formats import Format
from nktrade.errors import TableError, UnitError
from nktrade.reference.areas import area, areas
from nktrade.reference.commodities import goods_of_code
from nktrade.reference.tables import read_table
from nktrade.reference.units import Unit, unit

_TABLES = Path(__file__).with_name("tables")
_HARMONISED = re.compile(r"H\d|HS|CN|H")
_TOTAL = frozenset({"TOTAL", "ALL", "ALL COMMODITIES", "AG0"})
_NAME_OR_CODE = "english or code"
"""What areas are called in tables of users, as ``Format.area_names`` says it."""
_YEAR_OF_MONTHS = 52
"""The month by which Comtrade and Comext mark a whole year."""
_PERIODS = (
    re.compile(r"(?P<year>(19|20)\d{2})"),
    re.compile(r"(?P<year>(19|20)\d{2})[-./]?M?(?P<first>\d{2})"),
    re.compile(r"(?P<year>(19|20)\d{2})\.(?P<first>\d)"),
    re.compile(r"(?P<year>(19|20)\d{2})-?Q(?P<quarter>[1-4])"),
    re.compile(r"(?P<year>(19|20)\d{2})[-.]?(?P<first>\d{2})[-~/](?P=year)[-.]?(?P<last>\d{2})"),
    re.compile(r"(?P<year>(19|20)\d{2})年(?P<first>\d{1,2})月"),
    re.compile(r"(?P<year>(19|20)\d{2})년\s?(?P<first>\d{1,2})월"),
    re.compile(r"(?P<first>\d{1,2})(-(?P<last>\d{1,2}))?[./](?P<year>(19|20)\d{2})"),
)
_MONTH_NAMES = tuple(name.lower() for name in calendar.month_abbr[1:])
_SPANS = re.compile(
    r"(?P<year>(?:19|20)\d{2})[년年]\s?(?P<first>\d{1,2})[월月]\s?(?:[~∼～–—-]|부터|至|到)\s?"
    r"(?:(?P<again>(?:19|20)\d{2})[년年]\s?)?(?P<last>\d{1,2})[월月]"
    r"|(?P<from>[A-Z][a-z]{2,8})\.?\s?(?:[~–—-]|to|through)\s?(?P<until>[A-Z][a-z]{2,8})\.?,? "
    r"(?P<english_year>(?:19|20)\d{2})"
)
"""From one month to another, in a title."""
_IN_TITLE = re.compile(
    r"\d{1,2}(?:-\d{1,2})?\.(?:19|20)\d{2}(?!\d)|(?:19|20)\d{2}[년年]\s?\d{1,2}[월月]|[A-Z][a-z]{2,8} (?:19|20)\d{2}"
)
_NAMED_MONTH = re.compile(r"(?P<name>[A-Za-z]{3})[a-z]*\.?[ -](?P<year>(19|20)\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One area under the names and codes that customs offices give it."""

    code: str
    english: tuple[str, ...]
    chinese: tuple[str, ...]
    korean: tuple[str, ...]
    japan: str | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityUnit:
    """One unit of quantity under an office's own code."""

    system: str
    code: str
    unit: str
    scale: int
    source: str
    verified: bool

    def as_unit(self) -> Unit:
        """The unit that one of these is worth."""
        base = unit(self.unit)
        return Unit(
            code=self.code,
            canonical=base.canonical,
            factor=base.factor * self.scale,
            pint=base.pint,
            aliases=(),
        )


def period(text: str) -> Period | None:
    """The months that a cell names; None where it names none.

    >>> period("202252"), period("2018-M07"), period("1-2.2020")
    (Period(2022), Period(2018-07), Period(2020-01/2020-02))
    """
    try:
        return Period.of(text)
    except UnitError:
        pass
    for pattern in _PERIODS:
        if found := pattern.fullmatch(text):
            return _months(found.groupdict())
    named = _NAMED_MONTH.fullmatch(text)
    month = _month(named["name"]) if named else 0
    return Period.month(int(named["year"]), month) if named and month else None


def period_within(text: str) -> Period | None:
    """The months that a title names, the last ones named counting; None where it names none.

    From one month to another is one period, and one whose ends are not months of a year is none.

    >>> period_within("Imports and Exports by Country (Region) of Origin/Destination, 6.2018")
    Period(2018-06)
    >>> period_within("2018년 01월~06월 국가별 수출입"), period_within("January-June 2018")
    (Period(2018-01/2018-06), Period(2018-01/2018-06))
    """
    spans = [_between(found) for found in _SPANS.finditer(text)]
    bare = _SPANS.sub(" ", text)
    named = [] if spans else [period(one) for one in _IN_TITLE.findall(bare)]
    return next(filter(None, reversed(spans or named)), None)


def _between(found: re.Match[str]) -> Period | None:
    """The months from the first named to the last."""
    year = found["year"] or found["english_year"]
    ends = [found[name] or "" for name in ("first", "last", "from", "until")]
    months = [int(one) if one.isdigit() else _month(one) for one in ends if one]
    if found["again"] not in {None, year} or len(months) != 2:  # noqa: PLR2004 - from and until
        return None
    return _months({"year": year, "first": str(months[0]), "last": str(months[1])})


def _month(name: str) -> int:
    """The number of an English month; 0, which is none, for other words."""
    short = name[:3].lower()
    return _MONTH_NAMES.index(short) + 1 if short in _MONTH_NAMES else 0


def _months(parts: dict[str, str | None]) -> Period | None:
    year = int(parts["year"] or 0)
    if quarter := parts.get("quarter"):
        return Period.months(year, 3 * int(quarter) - 2, 3)
    first = int(parts.get("first") or _YEAR_OF_MONTHS)
    last = int(parts.get("last") or first)
    if first == _YEAR_OF_MONTHS:
        return Period.year(year)
    is_real = 1 <= first <= last <= 12  # noqa: PLR2004 - the months of a year
    return Period.months(year, first, last - first + 1) if is_real else None


def area_code(text: str, form: Format, own: Mapping[str, str]) -> str | None:
    """The ISO code of an area as the format writes it; None where the tables do not know it.

    A user's codes come first, then the format's, then the office's names and numbers, then ISO's and
    Comtrade's.
    """
    name = text.strip().rstrip(":：").strip()
    known = own.get(name) or form.areas.get(name) or _by_office(form).get(name.casefold())
    if known or form.area_system or form.area_names not in {None, _NAME_OR_CODE}:
        return known
    try:
        return area(name).code
    except TableError:
        return None


@cache
def _by_office(form: Format) -> dict[str, str]:
    found: dict[str, str] = {}
    language = "english" if form.area_names == _NAME_OR_CODE else form.area_names
    if language == "english":
        found |= {one.name.casefold(): one.code for one in areas().values()}
    if form.area_names == _NAME_OR_CODE:
        found |= {code.casefold(): code for code in areas()}
    for one in read_table(_TABLES / "partners.csv", Partner):
        names = {"english": one.english, "chinese": one.chinese, "korean": one.korean}
        written = names.get(language or "", ())
        if form.area_system == "japan" and one.japan:
            written = (one.japan,)
        found |= {name.casefold(): one.code for name in (*written, one.code if written else "")}
    return found


@cache
def is_aggregate_area(code: str) -> bool:
    """Whether an area is World or another group of areas, so that its trade holds that of others.

    >>> is_aggregate_area("WLD"), is_aggregate_area("NAM"), is_aggregate_area("_X")
    (True, False, False)
    """
    return areas()[code].kind == "group"


@cache
def quantity_units(system: str) -> dict[str, QuantityUnit]:
    """The units of quantity of an office by its own codes."""
    rows = read_table(_TABLES / "quantity_units.csv", QuantityUnit)
    return {one.code: one for one in rows if one.system == system}


def commodity_code(text: str, classification: str, digits: int | None) -> str:
    """The code as its classification writes it: leading zeros restored, total trade as TOTAL.

    Codes of the Harmonized System have even length, so an odd one has lost a nought.

    >>> commodity_code("106191000", "HS", None), commodity_code("'240412000'", "HS", 9)
    ('0106191000', '240412000')
    """
    code = text.strip().strip("'\"").removesuffix(".0").replace(".", "").upper()
    if code in _TOTAL or (code in {"", "0", "00"} and not digits):
        return "TOTAL"
    if digits and code.isdigit():
        return code.zfill(digits)
    is_odd = code.isdigit() and len(code) % 2 == 1
    return "0" + code if is_odd and _HARMONISED.fullmatch(classification) else code


def commodity_name(code: str, classification: str) -> str:
    """The canonical name of what a code holds, the code itself where the tables have no name.

    >>> commodity_name("2701", "H5"), commodity_name("871200", "H5")
    ('coal', 'hs:871200')
    """
    if code == "TOTAL":
        return "all"
    if not _HARMONISED.fullmatch(classification):
        return f"{classification.lower()}:{code}"
    return goods_of_code(code)
