"""Outside: amounts that stand among trade and are none: rates of one unit in another, what carries, what was not."""

from collections.abc import Sequence

from nktrade.reading.figures import Spot
from nktrade.reading.goods import MEASURES, MONEYS
from nktrade.reading.parts import Part
from nktrade.reading.scene import Scene
from nktrade.reading.words import Mention

_BESIDE = 2
_EQUATES = frozenset(
    {"level", "case", "commodity", "compare", "hedge", "period", "price", "neutral", "deed"}
)
"""What may stand between one of a unit and what it comes to in another."""
_COUNTED = MEASURES - {"count"}


def is_outside(scene: Scene, part: Part, index: int) -> bool:
    """Whether the figure says what a unit comes to, who carried, what never came, or what was built."""
    figure = part.items[index]
    spot = scene.spot(figure)
    if spot.per in _COUNTED and spot.unit in _COUNTED:
        return True  # 7.5 barrels per ton
    before = [one for one in part.items[:index] if one.role not in {"hedge", "filler"}]
    beside = before[-1] if before and figure.start - before[-1].end <= _BESIDE else None
    if beside is not None and spot.unit == "count" and beside.value == "agent":
        return [one.role for one in before[-2:-1]] != ["change"]  # brought by nine tankers
    if spot.numeral.lexical and spot.value == 1 and beside and beside.role == "modal":
        return beside.value == "not"  # not a single ton
    if beside is not None and beside.value == "cost":
        return not _is_traded(scene, part)
    return _is_equated(scene, part.items, index) or _is_told_of_one(scene, part, index)


def _is_traded(scene: Scene, part: Part) -> bool:
    """Whether the clauses up to the figure speak of trade: arrivals at a cost of, not a bridge built at one."""
    opened = (one.number for one in scene.parts if one.items[0].value == ";")
    first = max((number for number in opened if number <= part.number), default=0)
    return any(first <= one.segment <= part.number for one in scene.bound)


def _is_equated(scene: Scene, items: Sequence[Mention], index: int) -> bool:
    """Whether it is one of a unit, or what one comes to: 1 yuan was 2,250 won, one ton equals 7.5 barrels."""
    figures = [at for at, one in enumerate(items) if one.role == "figure"]
    at = figures.index(index)
    for first, second in ((at, at + 1), (at - 1, at)):
        if first < 0 or second >= len(figures):
            continue
        one, other = (scene.spot(items[figures[place]]) for place in (first, second))
        between = items[figures[first] + 1 : figures[second]]
        if _is_one(one) and _are_two(one, other) and all(each.role in _EQUATES for each in between):
            return True
    return False


def _is_one(spot: Spot) -> bool:
    return spot.value == 1 and not spot.numeral.scaled and spot.per is None


def _are_two(one: Spot, other: Spot) -> bool:
    """Whether both measure the same in two units."""
    are_alike = any({one.unit, other.unit} <= units for units in (MONEYS | {"KPW"}, _COUNTED))
    return are_alike and one.unit != other.unit


def _is_told_of_one(scene: Scene, part: Part, index: int) -> bool:
    """Whether its clause is about a unit that it measures in another: a ton of diesel makes 7.5 barrels."""
    spot = scene.spot(part.items[index])
    if spot.unit not in _COUNTED:
        return False
    lexicon, text = scene.ground.lexicon, scene.ground.text
    opener = part.items[0]
    start = opener.end + 1 if opener.role == "stop" else opener.start
    found = lexicon.basis.match(text, start)
    unit = lexicon.unit.match(text, found.end()) if found else None
    name = lexicon.units[unit[0]].partition(":")[0] if unit else None
    return name in _COUNTED and name != spot.unit
