"""Spoken: the goods of a figure whose own words name none."""

from collections.abc import Sequence

from nktrade.core.codes import ALL_GOODS, Kind
from nktrade.reading.discourse import CLAUSE, DISCOURSE, Known
from nktrade.reading.drafts import Draft
from nktrade.reading.framing import Bound
from nktrade.reading.goods import MEASURES, MONEYS, Spoken, goods_spoken_of, limited_goods
from nktrade.reading.kinds import Sort
from nktrade.reading.parts import Part
from nktrade.reading.scene import Scene, gives_examples
from nktrade.reading.words import Mention


def of_quantity(scene: Scene, part: Part, index: int, drafts: Sequence[Draft]) -> Known | None:
    """The goods of the quantity that the clause tells the value of: 5 tons worth $3 million."""
    told = [one for one in part.items[:index] if one.role != "hedge"][-2:]
    is_value = [one.role for one in told] == ["figure", "deal"] and told[1].value == "value"
    if not (is_value and drafts and scene.spot(part.items[index]).unit in MONEYS):
        return None
    before = drafts[-1]
    is_quantity = before.spot.start == told[0].start and before.spot.unit in MEASURES
    return before.commodity if is_quantity and before.commodity.value != ALL_GOODS else None


def in_apposition(scene: Scene, part: Part, index: int) -> Known | None:
    """The goods before a comma that a quantity is told of: sugar, at 5 tons, and rice, at 3 tons."""
    led = [one.value for one in part.items[:index] if one.role != "hedge"]
    if led != [",", "in"] or scene.spot(part.items[index]).unit not in MEASURES or not part.number:
        return None
    before = scene.parts[part.number - 1].items[-1]
    return Known(before.value) if before.role == "commodity" else None


def goods_told(scene: Scene, head: Bound | None, figure: Mention, sort: Sort) -> Known:
    """The goods of a figure that names none: a share is of the goods named before the whole."""
    before = scene.ground.state.commodity
    if sort.kind is Kind.SHARE_PCT and head and head.start > figure.start:
        named = [
            one.value for one in scene.items if one.role == "commodity" and one.start < figure.start
        ]
        earlier = [one for one in scene.bound if one.start < figure.start]
        if named:
            return Known(named[-1], CLAUSE)
        return earlier[-1].commodity if earlier else head.commodity
    found = head.commodity if head else Known(before, DISCOURSE)
    sentence = _told_goods(scene, figure)
    spoken = Spoken(sentence, before, scene.ground.setting.is_north)
    goods = goods_spoken_of(found, scene.spot(figure), spoken)
    if goods.value in {None, ALL_GOODS} and "cap" in scene.roles:
        return Known(limited_goods(scene.spots) or goods.value, DISCOURSE)
    return goods


def _told_goods(scene: Scene, figure: Mention) -> list[str]:
    """The goods that a sentence names; where some were spoken of, those told of before the figure that do not illustrate."""
    spoken = scene.ground.state.commodity
    told = [part for part in scene.parts if not gives_examples(part)]
    if spoken in {None, ALL_GOODS}:
        return [good for part in scene.parts for good in part.goods]
    goods = (one for part in told for one in part.items if one.role == "commodity")
    return [one.value for one in goods if one.start < figure.start]
