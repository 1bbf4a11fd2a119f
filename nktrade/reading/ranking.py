"""Ranking: the countries that a text names, the one whose trade it most likely tells first.

Where words before a name tell its case, how a country is named weighs: the owner of a flow word (China's imports)
and who does something (India took) most, where goods go to or come from least. Particles behind names are read
later; there the office that counts decides, then how often a country is named.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from nktrade.reading.words import Mention

Ranking = Callable[[Sequence[Mention], str | None], tuple[str, ...]]
"""The countries of the mentions, with the country that the office counts for, the likeliest owner first."""
WEIGHTS: Mapping[str, float] = {
    "office": 4,
    "owner": 3,
    "doer": 3,
    "named": 1,
    "maker": 0.5,
    "other side": 0.25,
}
"""How much each way to be named speaks for a country as the one whose trade it is."""
CONTINENTS = frozenset({"ASIA", "EUROPE", "AFRICA", "LATAM", "MIDEAST"})
"""Parts of the world, whose trade is nobody's own."""
_CLOSE = 3
_FAR = 30
_OWNED = frozenset({"flow", "deal"})
_OTHER_SIDES = frozenset({"destination", "origin", "counterpart", "between"})


def by_place(found: Sequence[Mention], office: str | None) -> tuple[str, ...]:
    """The countries by how the words beside each name it; at a tie the one named first."""
    items = sorted({*found}, key=lambda one: (one.start, one.end))
    votes = dict.fromkeys([office] if office else (), WEIGHTS["office"])
    for index, one in enumerate(items):
        if one.role == "area" and "+" not in one.value and one.value not in CONTINENTS:
            votes[one.value] = votes.get(one.value, 0) + WEIGHTS[_place(items, index)]
    return tuple(sorted(votes, key=lambda code: -votes[code]))


def by_count(found: Sequence[Mention], office: str | None) -> tuple[str, ...]:
    """The country of the office, then all by how often they are named."""
    named = Counter(one.value for one in found if one.role == "area" and "+" not in one.value)
    codes = [code for code, _ in named.most_common()]
    return tuple(dict.fromkeys([office, *codes] if office else codes))


def _place(items: Sequence[Mention], index: int) -> str:
    """How the country is named."""
    one = items[index]
    before = items[index - 1] if index else None
    if before is not None and before.role == "case" and one.start - before.end <= _CLOSE:
        return "other side" if before.value in _OTHER_SIDES else "named"
    near = [each for each in items[index + 1 : index + 4] if each.start - one.end <= _FAR]
    roles = [each.role for each in near]
    if near and near[0].value == "office":
        return "office"
    if near and near[0].start - one.end <= _CLOSE:
        goods = roles[0] == "commodity"
        if not _OWNED.isdisjoint(roles[goods : goods + 1]):
            return "owner"
        if goods:
            return "maker"
    own = roles[: roles.index("area")] if "area" in roles else roles
    is_listed = before is not None and before.role == "break"
    return "doer" if "deed" in own and not is_listed else "named"
