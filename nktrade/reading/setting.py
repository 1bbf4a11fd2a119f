"""Setting: what a whole document is about, and the sides that such documents leave unsaid.

The North trades with China; China, in a text that names nobody else and speaks of sums far below its
trade with the world, trades with the North. Everybody else trades with the world. Values from here
are marked inferred.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, WORLD
from nktrade.reading.figures import Spot
from nktrade.reading.moments import When
from nktrade.reading.ranking import CONTINENTS, Ranking, by_place
from nktrade.reading.surroundings import (
    CHINA,
    NORTH,
    is_in_china,
    is_limited,
    is_near_north,
    is_small,
    is_world_sized,
    lies_in_north,
)
from nktrade.reading.words import Mention
from nktrade.reference import (
    areas,
    compilers,
    currencies,
    goods_that,
    habits,
    lineage,
    observers_of,
)

_SPEAKERS = frozenset({"KOR", "USA"})
"""Whose offices and officials such texts quote, whether or not they trade."""
_WITH_NORTH = (CHINA, "RUS")
_PANEL = "UN Panel of Experts"
_UN = frozenset({"UN 1718 Committee", _PANEL, "UN Security Council"})
_BETWEEN_KOREAS = "Ministry of Unification"
"""The office that counts trade between the two Koreas."""
_GENERIC = "customs"
"""Customs whose country is not said."""
_COMMON = ":common"
_KEPT = 1024
"""So many goods are remembered with which way they go: each figure asks for its own."""
_BESIDE = 3
_FIRST_DAYS = frozenset({10, 20})
_WORLD_MONEY = frozenset({"USD", "EUR", "GBP", "CNY", "KPW"})
"""Money in which the trade of others is told, or none at all."""


class Setting(NamedTuple):
    """What holds for a whole document."""

    is_north: bool
    """Whether it is about North Korea's trade."""
    home: str | None
    """Whose trade it is where nothing says."""
    partner: str | None
    """With whom, where nothing says."""
    priors: bool = True
    country: str | None = None
    """Where the language of the text is spoken."""
    is_chinese: bool = False
    """Whether China's customs alone are the source: what they count is seen from China."""
    named: tuple[str, ...] = ()
    """The countries named, the most frequent first."""


def setting_of(
    found: Sequence[Mention], figures: Sequence[Spot], *, priors: bool, rank: Ranking = by_place
) -> Setting:
    """The setting of a document, from the countries, places and currencies that it names."""
    found = _without_speakers(found)
    is_at_home = lies_in_north({one.value for one in found if one.role == "place"})
    province = None if is_at_home else _province_of(found, rank)
    if province is not None:
        return Setting(is_north=False, home=province, partner=WORLD, priors=priors)
    named = Counter(one.value for one in found if one.role == "area" and "+" not in one.value)
    pairs = {one.value for one in found if one.role == "area" and "+" in one.value}
    if _names_north(found, figures, named, pairs):
        partner = _partner_of_north(named, pairs, found)
        counted = partner == CHINA and any(one.value == "China customs" for one in found)
        return _of_north(partner, priors=priors, is_chinese=counted)
    countries = {code for code in named if code in areas() and areas()[code].kind == "country"}
    if not countries:
        return _of_nobody(found, figures, named, pairs, priors=priors)
    if countries == {CHINA} and any(one.value == "other" for one in found):
        return _of_north(CHINA, priors=priors)
    limited = any(one.role in {"cap", "resolution"} or one.value in _UN for one in found)
    office = _counted_by(found)
    is_near = office in {None, *_WITH_NORTH, *_SPEAKERS}
    if (countries == {CHINA} and is_near and is_small(figures)) or (
        limited and countries <= set(_WITH_NORTH)
    ):
        return _of_north(_partner_of_north(named, pairs, found), priors=priors)
    ranked = rank(found, office or _home_by_habit(found, figures))
    return Setting(is_north=False, home=ranked[0], partner=WORLD, priors=priors, named=ranked)


def _province_of(found: Sequence[Mention], rank: Ranking) -> str | None:
    """The province that a text names first and whose trade it most likely tells: its neighbour is then one partner."""
    areas_named = sorted(one for one in found if one.role == "area")
    first = areas_named[0].value if areas_named else ""
    is_province = "-" in first and first in areas()
    return first if is_province and rank(found, None)[0] == first else None


def _without_speakers(found: Sequence[Mention]) -> list[Mention]:
    """The names without those that only say where one who speaks is from: a Japanese daily."""
    begins = {one.start for one in found if one.role == "speaker" and one.value != "office"}
    return [
        one
        for one in found
        if one.role != "area" or begins.isdisjoint(range(one.end, one.end + _BESIDE + 1))
    ]


def _names_north(
    found: Sequence[Mention], figures: Sequence[Spot], named: Counter[str], pairs: set[str]
) -> bool:
    """Whether it speaks of the North, or of a place on its border, and not merely in passing."""
    spots_named = {one.value for one in found if one.role == "place"}
    is_aside = not pairs and _is_of_another(found, is_large=is_world_sized(figures))
    in_pair = any(NORTH in pair for pair in pairs)
    return (NORTH in named and not is_aside) or in_pair or is_near_north(spots_named)


def _of_north(partner: str, *, priors: bool, is_chinese: bool = False) -> Setting:
    return Setting(is_north=True, home=NORTH, partner=partner, priors=priors, is_chinese=is_chinese)


def _of_nobody(
    found: Sequence[Mention],
    figures: Sequence[Spot],
    named: Counter[str],
    pairs: set[str],
    *,
    priors: bool,
) -> Setting:
    """The setting where no country is named: that of the office or the money, else the North."""
    office = _counted_by(found)
    home = office or _home_by_habit(found, figures)
    is_of_world = is_world_sized(figures)
    if home is None and is_of_world:
        return Setting(is_north=False, home=None, partner=WORLD, priors=priors)
    if home in {None, CHINA} or (office == "KOR" and not is_of_world):
        return _of_north(_partner_of_north(named, pairs, found), priors=priors)
    return Setting(is_north=False, home=home, partner=WORLD, priors=priors)


def _is_of_another(found: Sequence[Mention], *, is_large: bool) -> bool:
    """Whether a country opens the text that is no neighbour of the North or trades by far more, and the North is named once."""
    areas_named = {one.start: one.value for one in found if one.role == "area"}
    first = areas_named[min(areas_named)] if areas_named else NORTH
    times_named = Counter(areas_named.values())
    is_other = first not in {NORTH, *_WITH_NORTH, *_SPEAKERS} or (is_large and first != NORTH)
    return is_other and times_named[NORTH] == 1 and times_named[first] > 1


def _home_by_habit(found: Sequence[Mention], figures: Sequence[Spot]) -> str | None:
    """Whose trade is told in such money, or for the first ten or twenty days of a month."""
    if any(one.when and _are_first_days(one.when) for one in found):
        return next((area for area, habit in habits().items() if habit.first_days), None)
    return _home_by_money(figures)


def _are_first_days(when: When) -> bool:
    """Whether a time word names the first ten or twenty days of a month."""
    if when.means == "first_days":
        return True
    is_whole = when.means == "days" and when.month2 is None
    return is_whole and when.day == 1 and when.day2 in _FIRST_DAYS


def _home_by_money(figures: Sequence[Spot]) -> str | None:
    """The country of the first sum in money that tells nobody else's trade."""
    told = (one.unit for one in figures if one.unit in currencies())
    return next(
        (currencies()[unit].area for unit in told if unit and unit not in _WORLD_MONEY), None
    )


def _counted_by(found: Sequence[Mention]) -> str | None:
    """The country of the first office named that counts its own trade.

    An office that many countries have, a finance ministry, is of the one that the text names.
    """
    named = {one.value for one in found if one.role == "area"}
    offices = [(home_of(one.value), one.value) for one in found if one.role == "source"]
    owned = (home for home, name in offices if not named or home in named or name == proper(name))
    return next((home for home in owned if home), None)


def proper(office: str) -> str:
    """The name of an office, without the mark that others are called alike."""
    return office.removesuffix(_COMMON)


def home_of(office: str) -> str | None:
    """The country whose trade an office counts."""
    known = compilers().get(proper(office))
    is_own = known is not None and known.kind == "official" and known.area != WORLD
    return known.area if known and is_own else None


def _partner_of_north(named: Counter[str], pairs: set[str], found: Sequence[Mention]) -> str:
    offices = {one.value for one in found if one.role == "source"}
    of_un = offices & _UN
    of_china = offices & observers_of(NORTH, CHINA) - ({_GENERIC} if of_un else set())
    if offices & observers_of(NORTH, WORLD) and not of_china:
        return WORLD
    channels = {one.value.partition(":")[0] for one in found if one.role == "channel"}
    buys = any(one.role == "commodity" and is_bought(one.value) for one in found)
    is_hidden = "unrecorded" in channels
    counts = "recorded" in channels and not of_un
    by_china = of_china or counts or (is_hidden and not buys)
    by_china = by_china or (is_in_china(found) and not of_un and not is_limited(found))
    is_alone = not set(named) - {NORTH, *_SPEAKERS}
    if is_alone and not by_china and (of_un or is_hidden or is_limited(found)):
        return WORLD
    if ("KOR+PRK" in pairs or _BETWEEN_KOREAS in offices) and CHINA not in named:
        return "KOR"
    known = [code for code in _WITH_NORTH if code in named] or [CHINA] * bool(of_china)
    opens_with = next((one.value for one in found if one.value in {*_UN, *known}), None)
    places = {one.start for one in found if one.value == _PANEL}
    is_paper = opens_with == _PANEL and len(places) > 1  # its own, which leaves open with whom
    is_open = known and of_un and not by_china and (len(known) > 1 or opens_with in _UN)
    if is_open or is_paper:
        return WORLD
    countries = [code.partition("-")[0] for code in named if code in areas()]
    others = [code for code in countries if code not in {NORTH, *_SPEAKERS, *CONTINENTS}]
    if CHINA in others and {*others} - {*_WITH_NORTH} and not by_china:  # one partner of several
        return WORLD
    return next(iter((*known, *others)), CHINA)


def as_counted(setting: Setting, offices: Sequence[str]) -> Setting:
    """The setting for what such offices say: with everybody where they count all partners of the North."""
    if not setting.is_north or {setting.home, setting.partner} != {NORTH, CHINA}:
        return setting
    counts_all = observers_of(NORTH, WORLD) - observers_of(NORTH, CHINA)
    is_of_all = bool(counts_all.intersection(offices)) and not observers_of(
        NORTH, CHINA
    ).intersection(offices)
    return setting._replace(home=NORTH, partner=WORLD) if is_of_all else setting


def usual_partner(code: str, setting: Setting) -> str | None:
    """With whom such reporting means when it names one side alone."""
    if not setting.priors:
        return None
    if not setting.is_north:
        return WORLD
    other = setting.home if setting.partner == NORTH else setting.partner
    return other if code == NORTH else NORTH


def usual_reporter(partner: str, setting: Setting) -> str | None:
    """Whose trade such reporting means when it names the other side alone."""
    if not setting.priors or setting.is_north:
        return usual_partner(partner, setting)
    return next((one for one in (setting.home, *setting.named) if one != partner), None)


def usual_sides(
    flow: str | None, commodity: str | None, setting: Setting
) -> tuple[str | None, str | None]:
    """Reporter and partner where nothing names any: by who sells such goods."""
    if not setting.priors:
        return None, None
    if not setting.is_north or setting.home != NORTH:
        return setting.home, setting.partner
    if setting.is_chinese and commodity in {None, ALL_GOODS}:
        return setting.partner, NORTH
    buys, sells = is_bought(commodity), is_sold(commodity)
    if (flow == "export" and buys) or (flow == "import" and sells):
        return setting.partner, NORTH
    return NORTH, setting.partner


def is_bought(commodity: str | None) -> bool:
    """Whether the North buys such goods."""
    return not is_sold(commodity) and _is_among(commodity, "import")


def is_sold(commodity: str | None) -> bool:
    """Whether the North sells such goods: minerals and what its own law of trade lists after them."""
    return _is_among(commodity, "export")


@lru_cache(maxsize=_KEPT)
def _is_among(commodity: str | None, flow: str) -> bool:
    return not goods_that(NORTH, flow).isdisjoint(lineage(commodity or ALL_GOODS))
