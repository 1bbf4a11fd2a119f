"""Setting: what a whole document is about, and the sides that such documents leave unsaid.

The North trades with China; China, in a text that names nobody else and speaks of sums far below its
trade with the world, trades with the North. Everybody else trades with the world. Values from here
are marked inferred.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import ALL_GOODS, WORLD
from nktrade.reading.figures import Spot
from nktrade.reading.words import Mention
from nktrade.reference import areas, compilers, lineage, places

NORTH, CHINA = "PRK", "CHN"
_SPEAKERS = frozenset({"KOR", "USA"})
"""Whose offices and officials such texts quote, whether or not they trade."""
_WITH_NORTH = (CHINA, "RUS")
_UN = frozenset({"UN 1718 Committee", "UN Panel of Experts", "UN Security Council"})
_OF_ALL_PARTNERS = frozenset({"KOTRA", "Bank of Korea", "Statistics Korea", "IMF"})
_OF_CHINA = frozenset({"customs", "China customs", "KITA", "Changchun customs", "MOFCOM"})
"""Those who count the North's trade with everybody, and those who count China's with it."""
_WORLD_TRADE = 10**10
"""Dollars: China's trade with the world passed this in every month since 1995; the North's never did."""
_OFFICES = {"MOTIE": "KOR", "Australian Bureau of Statistics": "AUS", "Resources Council": "AUS"}
_HOME_MONEY = {"AUD": "AUS", "JPY": "JPN", "TWD": "TWN", "KRW": "KOR", "RUB": "RUS", "VND": "VNM"}
_BOUGHT = frozenset(
    {
        "petroleum", "oil", "crude oil", "refined petroleum", "mineral fuels gas", "lpg", "food", "grain",
        "cereals", "flour", "edible oil", "sugar", "fertilizer", "vehicles", "machinery", "electronics",
        "plastics", "medicines", "tires", "rubber", "wig material", "watch parts", "tobacco", "luxury goods",
        "mobile phones", "cosmetics", "cement", "medical equipment", "soybeans", "beverages", "fuel",
        "transport equipment", "chemicals", "synthetic filaments", "soybean oil",
    }
)  # fmt: skip
_SOLD = frozenset({"seafood", "fish", "wigs", "clothing", "pine nuts"})


class Setting(NamedTuple):
    """What holds for a whole document."""

    is_north: bool
    """Whether it is about North Korea's trade."""
    home: str | None
    """Whose trade it is where nothing says."""
    partner: str | None
    """With whom, where nothing says."""
    priors: bool = True
    is_chinese: bool = False
    """Whether China's customs alone are the source: what they count is seen from China."""
    named: tuple[str, ...] = ()
    """The countries named, the most frequent first."""


def setting_of(  # noqa: PLR0911 - one for each sort of document
    found: Sequence[Mention], figures: Sequence[Spot], *, priors: bool
) -> Setting:
    """The setting of a document, from the countries, places and currencies that it names."""
    named = Counter(one.value for one in found if one.role == "area" and "+" not in one.value)
    spots_named = {one.value for one in found if one.role == "place"}
    pairs = {one.value for one in found if one.role == "area" and "+" in one.value}
    is_aside = not pairs and _is_of_another(found)
    if (
        (NORTH in named and not is_aside)
        or any(NORTH in pair for pair in pairs)
        or _is_near_north(spots_named)
    ):
        partner = _partner_of_north(named, pairs, found)
        counted = partner == CHINA and any(one.value == "China customs" for one in found)
        return Setting(
            is_north=True, home=NORTH, partner=partner, priors=priors, is_chinese=counted
        )
    countries = {code for code in named if code in areas() and areas()[code].kind == "country"}
    if not countries:
        office = next(
            (home for one in found if one.role == "source" and (home := home_of(one.value))), None
        )
        home = office or next(
            (_HOME_MONEY[one.unit] for one in figures if one.unit in _HOME_MONEY), None
        )
        if home is None and _is_world_sized(figures):
            return Setting(is_north=False, home=None, partner=WORLD, priors=priors)
        if home in {None, CHINA} or office == "KOR":
            partner = _partner_of_north(named, pairs, found)
            return Setting(is_north=True, home=NORTH, partner=partner, priors=priors)
        return Setting(is_north=False, home=home, partner=WORLD, priors=priors)
    if countries == {CHINA} and any(one.value == "other" for one in found):
        return Setting(is_north=True, home=NORTH, partner=CHINA, priors=priors)
    limited = any(one.role in {"cap", "resolution"} or one.value in _UN for one in found)
    if (countries == {CHINA} and _is_small(figures)) or (limited and countries <= set(_WITH_NORTH)):
        partner = next(code for code in _WITH_NORTH if code in countries)
        return Setting(is_north=True, home=NORTH, partner=partner, priors=priors)
    office = next(
        (home for one in found if one.role == "source" and (home := home_of(one.value))), None
    )
    ranked = tuple(code for code, _ in named.most_common())
    home = office or _home_by_habit(found, figures) or ranked[0]
    return Setting(is_north=False, home=home, partner=WORLD, priors=priors, named=ranked)


def _is_of_another(found: Sequence[Mention]) -> bool:
    """Whether a country that is no neighbour of the North opens the text, and the North is named but once."""
    areas_named = {one.start: one.value for one in found if one.role == "area"}
    first = areas_named[min(areas_named)] if areas_named else NORTH
    times_named = Counter(areas_named.values())
    is_other = first not in {NORTH, *_WITH_NORTH, *_SPEAKERS}
    return is_other and times_named[NORTH] == 1 and times_named[first] > 1


def _home_by_habit(found: Sequence[Mention], figures: Sequence[Spot]) -> str | None:
    """Whose trade is told in such money, or for the first ten or twenty days of a month."""
    if any(one.when and one.when.means == "first_days" for one in found):
        return "KOR"
    return next((_HOME_MONEY[one.unit] for one in figures if one.unit in _HOME_MONEY), None)


def home_of(office: str) -> str | None:
    """The country whose trade an office counts."""
    known = compilers().get(office)
    if known is not None and known.kind == "official" and known.area != WORLD:
        return known.area
    return _OFFICES.get(office)


def _partner_of_north(named: Counter[str], pairs: set[str], found: Sequence[Mention]) -> str:
    offices = {one.value for one in found if one.role == "source"}
    if offices & _OF_ALL_PARTNERS and not offices & _OF_CHINA:
        return WORLD
    by_customs = offices & _OF_CHINA or any(one.role == "channel" for one in found)
    is_alone = not set(named) - {NORTH, *_SPEAKERS}
    if is_alone and not by_customs and (offices & _UN or _is_limited(found)):
        return WORLD
    if "KOR+PRK" in pairs and CHINA not in named:
        return "KOR"
    known = [code for code in _WITH_NORTH if code in named]
    if len(known) > 1 and offices & _UN and not by_customs:
        return WORLD
    others = [code for code in named if code not in {NORTH, *_SPEAKERS} and code in areas()]
    return next(iter((*known, *others)), CHINA)


def _is_limited(found: Sequence[Mention]) -> bool:
    """Whether the text speaks of limits and bans, which bind trade with everybody."""
    return any(one.role in {"cap", "resolution"} or one.value == "banned" for one in found)


def _is_near_north(named: set[str]) -> bool:
    """Whether a place is named that lies in the North or on its border."""
    known = places()
    return any(name in known and known[name].area == NORTH for name in named) or "Dandong" in named


def _is_small(figures: Sequence[Spot]) -> bool:
    """Whether no sum of money comes near a month of China's trade with the world."""
    counted = any(one.unit in {"t", "kg", "bbl", "USD", "CNY"} for one in figures)
    return counted and not _is_world_sized(figures)


def _is_world_sized(figures: Sequence[Spot]) -> bool:
    """Whether some sum of money is of the size of China's trade with the world."""
    money = (one.amount.value for one in figures if one.unit in {"USD", "CNY"} and not one.per)
    return max(money, default=0) >= _WORLD_TRADE


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
    return not is_sold(commodity) and bool(_BOUGHT & set(lineage(commodity or "all")))


def is_sold(commodity: str | None) -> bool:
    """Whether the North sells such goods: minerals and what its own law of trade lists after them."""
    return bool(
        (_SOLD | {"coal", "ores", "minerals", "metals", "iron and steel"})
        & set(lineage(commodity or "all"))
    )
