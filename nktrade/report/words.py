"""The words in which a report speaks of claims, periods and chances."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from nktrade.core.claims import Claim
from nktrade.core.codes import ALL_GOODS, Flow, Kind
from nktrade.core.period import MONTHS, Period
from nktrade.reference.areas import areas
from nktrade.report.visible import on_one_line

_MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
"""Spelled here because the calendar module's names follow the locale."""
_PLURALS = {Flow.EXPORT: "exports", Flow.IMPORT: "imports", Flow.TOTAL: "total trade"}
_TOWARDS = {Flow.EXPORT: "to", Flow.IMPORT: "from"}
_KINDS = {
    Kind.CHANGE_PCT: "change of ",
    Kind.CHANGE_ABS: "change of ",
    Kind.SHARE_PCT: "share of ",
    Kind.UNIT_PRICE: "price of ",
    Kind.RATIO: "multiple of ",
    Kind.CAP: "limit on ",
}
_CHANCES = (
    (0.99, "virtually certain"),
    (0.9, "very likely"),
    (0.66, "likely"),
    (0.5, "more likely than not"),
    (0.33, "about as likely as not"),
    (0.1, "unlikely"),
    (0.0, "very unlikely"),
)
"""Source: IPCC guidance on the treatment of uncertainties (Mastrandrea and others, 2010), table 1."""
_MONTHS = re.compile(r"\b\d{4}-\d{2}(?:/\d{4}-\d{2})?(?![-\d])")
"""Months and runs of them as code writes them; not days."""
_CELL = re.compile(
    rf"(?P<flow>{'|'.join(Flow)}) (?P<reporter>[A-Z?, ]+) (?:[<>]|and) (?P<partner>[A-Z?, ]+) "
    r"(?P<goods>[^A-Z ].*) (?P<when>\S+)"
)
_NAME = re.compile(r"(?<![\w\"'])c\d+(?![\w\"'])(?! [\"'])")
"""The id of a claim, with no printed words beside it."""
FINEST = 0.05
"""No chance is printed finer: the calibration supports no more."""


def subject(claim: Claim) -> str:
    """What a claim is about: 'imports of North Korea from China, June 2018'."""
    parties = _parties(claim)
    when = f", {period(claim.period)}" if claim.period else ""
    return f"{_KINDS.get(claim.kind, '')}{_goods(claim)}{flow(claim)}{parties}{when}"


def flow(claim: Claim) -> str:
    """The flow in a word, seen from the reporter."""
    return "trade" if claim.flow is None else _PLURALS.get(claim.flow, "balance")


def quoted(surface: str) -> str:
    """The printed words between quotes, on one line."""
    return f'"{on_one_line(surface)}"'


def spoken(said: str, claims: Mapping[str, Claim]) -> str:
    """What is said of claims, each by its printed words where it stands by its id alone."""

    def worded(found: re.Match[str]) -> str:
        claim = claims.get(found[0])
        return quoted(claim.figure.surface) if claim else found[0]

    return _NAME.sub(worded, said)


def area_name(code: str) -> str:
    """The names of one area or of several joined by commas; what is not in the table as it is."""
    return " and ".join(_named(one.strip()) for one in code.split(","))


def period(when: Period) -> str:
    """The period in words.

    >>> period(Period.of("2018-06")), period(Period.of("2018-01/2018-06"))
    ('June 2018', 'January to June 2018')
    """
    first, last = when.first, when.last
    if not when.is_whole_months:
        return str(when).replace("/", " to ")
    if (first.month, last.month) == (1, MONTHS):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    end = f"{_MONTH_NAMES[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    year = "" if first.year == last.year else f" {first.year}"
    return f"{_MONTH_NAMES[first.month - 1]}{year} to {end}"


def day(when: date) -> str:
    """The day in words.

    >>> day(date(2018, 7, 23))
    '23 July 2018'
    """
    return f"{when.day} {_MONTH_NAMES[when.month - 1]} {when.year}"


def listed(names: Iterable[str]) -> str:
    """The names in a row: 'a', 'a and b', 'a, b and c'."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def periods_spelled(text: str) -> str:
    """The text with its months in words.

    >>> periods_spelled("import of 2018-01/2018-06 less import of 2018-01/2018-05")
    'import of January to June 2018 less import of January to May 2018'
    """
    return _MONTHS.sub(lambda found: period(Period.of(found[0])), text)


def cell(key: str) -> str:
    """The key of a number in words; what is no such key as it is.

    >>> cell("export PRK > CHN coal 2019-01/2019-08")
    'coal exports of North Korea to China, January to August 2019'
    """
    found = _CELL.fullmatch(key)
    if found is None:
        return key
    flow = Flow(found["flow"])
    goods = "" if found["goods"] == ALL_GOODS else f"{found['goods']} "
    sides = f"of {area_name(found['reporter'])} {_TOWARDS.get(flow, 'with')} "
    when = periods_spelled(found["when"])
    return f"{goods}{_PLURALS.get(flow, flow)} {sides}{area_name(found['partner'])}, {when}"


def chance(probability: float) -> str:
    """The chance in calibrated words, with its percentage to the nearest five.

    >>> chance(0.7), chance(0.999)
    ('likely, about 70%', 'virtually certain, over 95%')
    """
    word = next(word for least, word in _CHANCES if probability >= least)
    steps = round(probability / FINEST)
    if 0 < steps < round(1 / FINEST):
        return f"{word}, about {round(steps * FINEST * 100)}%"
    return f"{word}, {'over 95' if steps else 'under 5'}%"


def counted(count: int, singular: str, plural: str = "") -> str:
    """The number with its noun: '1 figure', '3 figures'."""
    return f"{count} {singular if count == 1 else plural or singular + 's'}"


def _parties(claim: Claim) -> str:
    reporter = f" of {area_name(claim.reporter)}" if claim.reporter else ""
    towards = _TOWARDS.get(claim.flow, "with") if claim.flow else "with"
    return f"{reporter} {towards} {area_name(claim.partner)}" if claim.partner else reporter


def _goods(claim: Claim) -> str:
    is_all = claim.commodity in {None, ALL_GOODS}
    return "" if is_all else f"{claim.commodity} "


def _named(code: str) -> str:
    known = areas().get(code)
    return known.name if known else code
