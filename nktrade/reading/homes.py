"""Homes: whose trade reporting in a language means where nothing says, on top of what the text names.

Korean and Japanese writers take the North's side, Chinese writers China's. Sums in yuan alone are counted by
China; sums in the reader's own money beside another only restate it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from nktrade.core.codes import WORLD
from nktrade.reading.figures import Spot
from nktrade.reading.lexicon import Lexicon
from nktrade.reading.ranking import by_count
from nktrade.reading.roles import WATCHERS
from nktrade.reading.setting import Setting, home_of, setting_of
from nktrade.reading.surroundings import CHINA, NORTH, is_beyond_north
from nktrade.reading.words import Mention
from nktrade.reference import areas, currencies, observers_of, places, sizes

_READERS_MONEY = frozenset({"KRW", "JPY", "TWD"})
_OTHERS_MONEY = frozenset({"USD", "CNY"})
_NEIGHBOURS = frozenset({CHINA, "RUS"})


def home_setting(
    found: Sequence[Mention], figures: Sequence[Spot], words: Lexicon, *, priors: bool
) -> Setting:
    """The setting of a document, with the view that its language takes."""
    plain = [_plain(one) for one in _without_namesakes(found)]
    is_own_money = _tells_own_money(figures)
    kept = [one for one in figures if is_own_money or one.unit not in _READERS_MONEY]
    if is_own_money and NORTH not in _named(plain):
        coined = {currencies()[one.unit].area for one in figures if one.unit in _READERS_MONEY}
        plain = [one for one in plain if home_of(one.value) in {None, words.country, *coined}]
    if _is_in_passing(plain):
        plain = [one for one in plain if one.value != NORTH]
    setting = setting_of(plain, kept, priors=priors, rank=by_count)
    named = _named(plain)
    setting = setting._replace(named=named, country=words.country)
    is_near = bool(named) and set(named) <= _NEIGHBOURS and not setting.is_north
    is_own = setting.home == words.country
    is_small = words.home == NORTH and not _is_big(kept) and not is_own
    if is_near and (is_small or _is_weighed(kept)):
        setting = setting._replace(is_north=True, home=NORTH, partner=named[0])
    office = _office(plain)
    if NORTH not in named and office not in {None, CHINA}:
        setting = setting._replace(is_north=False, home=office, partner=WORLD)
    if setting.is_north and set(named) <= {NORTH, office} and office and _counts_itself(plain):
        return setting._replace(home=office, partner=NORTH, named=(office, NORTH))
    if not setting.is_north and _is_limited(plain, kept, named):
        setting = setting._replace(is_north=True, home=NORTH, partner=WORLD)
    if not setting.is_north:
        is_named = setting.home in {one.value for one in found if one.role == "area"}
        is_told = office or (is_named and not _is_faced(found, setting.home))
        return setting if is_told else setting._replace(home=words.country)
    if not _is_seen_from_china(setting, figures, words) or _is_of_all(setting, found):
        return setting
    return setting._replace(home=CHINA, partner=NORTH)


def coin_of(found: Sequence[Mention], words: Lexicon) -> str | None:
    """The money that a bare word for coin means in a text: that of whose trade its office or own name tells."""
    owners = (home_of(one.value) for one in found if one.role == "source")
    own = (one.value.rpartition(":")[2] for one in found if one.value.startswith("possessor:"))
    homes = {home for home in (*owners, *own) if home}
    told = (unit for unit in sorted(words.coins) if currencies()[unit].area in homes)
    return next(told, words.coin)


def _tells_own_money(figures: Sequence[Spot]) -> bool:
    """Whether sums in the reader's money are too many to only restate others."""
    own = sum(one.unit in _READERS_MONEY for one in figures)
    return own > sum(one.unit in _OTHERS_MONEY for one in figures)


def _without_namesakes(found: Sequence[Mention]) -> list[Mention]:
    """The names without an office that another country's name stands before: 인도네시아 통계청."""
    ends = {one.end: one.value for one in found if one.role == "area"}
    return [one for one in found if one.role != "source" or not _is_of_another(one, ends)]


def _is_of_another(office: Mention, ends: Mapping[int, str]) -> bool:
    """Whether the country right before an office is not the one whose trade it counts."""
    home = home_of(office.value)
    before = ends.get(office.start) or ends.get(office.start - 1)
    return bool(home and before and before != home)


def _plain(one: Mention) -> Mention:
    """The name without the case that its spelling includes: 대북, 对朝."""
    return one._replace(value=one.value.rpartition(":")[2]) if one.role == "area" else one


def _named(found: Sequence[Mention]) -> tuple[str, ...]:
    """The countries named, and those in which a place is named, the most frequent first."""
    known = places()
    codes = [
        code.partition("-")[0]
        for one in found
        if one.role == "area"
        for code in one.value.split("+")
        if code.partition("-")[0] in areas()
    ]
    codes += [
        area
        for one in found
        if one.role == "place" and one.value in known and (area := known[one.value].area)
    ]
    counted = Counter(code for code in codes if code != WORLD)
    return tuple(code for code, _ in counted.most_common())


def _is_in_passing(found: Sequence[Mention]) -> bool:
    """Whether the North is named once, behind others that are no neighbours of it: one supplier among many."""
    named = {one.end: one.value for one in found if one.role == "area"}
    codes = [named[place] for place in sorted(named)]
    is_in_pair = any("+" in code and NORTH in code for code in codes)
    others = {one for one in codes if one in areas()} - {NORTH, WORLD, *_NEIGHBOURS, *WATCHERS}
    return codes.count(NORTH) == 1 and codes[0] != NORTH and not is_in_pair and len(others) > 1


def _office(found: Sequence[Mention]) -> str | None:
    """The country whose trade the office counts that is named first."""
    homes = (home_of(one.value) for one in found if one.role == "source")
    return next((home for home in homes if home), None) or _whose_customs(found)


def _whose_customs(found: Sequence[Mention]) -> str | None:
    """The country right before customs that are not otherwise named: ベトナム税関総局, 베트남 해관총국."""
    ends = {one.end: one.value for one in found if one.role == "area"}
    begins = [one.start for one in found if one.value == "customs"]
    return next((ends[at] for start in begins for at in (start, start - 1) if at in ends), None)


def _counts_itself(found: Sequence[Mention]) -> bool:
    """Whether no office named counts the trade of others: 財務省, and not KOTRA."""
    observed = observers_of(NORTH, WORLD) | observers_of(NORTH, CHINA)
    return not any(one.role == "source" and one.value in observed for one in found)


def _is_faced(found: Sequence[Mention], code: str | None) -> bool:
    """Whether a country is named as the other side: 对朝, 自朝, 대미."""
    return any(
        one.role == "area" and one.value.endswith(f":{code}") and one.value != f"possessor:{code}"
        for one in found
    )


def _is_seen_from_china(setting: Setting, figures: Sequence[Spot], words: Lexicon) -> bool:
    """Whether the North's trade is told as China counts it: by its customs, its language or its money."""
    in_yuan = {one.unit for one in figures} & _OTHERS_MONEY == {"CNY"}
    is_among_them = in_yuan and set(setting.named) <= {CHINA}
    return setting.home == NORTH and (setting.is_chinese or words.home == CHINA or is_among_them)


def _is_of_all(setting: Setting, found: Sequence[Mention]) -> bool:
    """Whether it is the North's trade with all: China is not named, and nobody faces the North."""
    is_faced = _is_faced(found, NORTH) and not any(one.role == "resolution" for one in found)
    return setting.partner == WORLD and CHINA not in setting.named and not is_faced


def _is_limited(found: Sequence[Mention], figures: Sequence[Spot], named: Sequence[str]) -> bool:
    """Whether it speaks of barrels under a limit, and names nobody but neighbours and watchers."""
    limits = any(one.role in {"cap", "resolution"} for one in found)
    fuel = any(one.unit in {"bbl", "bbl/d"} for one in figures)
    return limits and fuel and set(named) <= _NEIGHBOURS | WATCHERS


def _is_big(figures: Sequence[Spot]) -> bool:
    """Whether most sums are more than the North ever traded, where one may be a slip, or more is shipped than it sold."""
    least = sizes()[CHINA].amount
    sums = [one.value >= least for one in figures if one.unit in _OTHERS_MONEY and not one.per]
    return sum(sums) * 2 > len(sums) or is_beyond_north(figures)


def _is_weighed(figures: Sequence[Spot]) -> bool:
    """Whether tons and barrels are counted, no more than the North sells, and no money."""
    units = {one.unit for one in figures}
    is_weighed = bool(units & {"t", "kg", "bbl"}) and not units & _OTHERS_MONEY
    return is_weighed and not is_beyond_north(figures)
