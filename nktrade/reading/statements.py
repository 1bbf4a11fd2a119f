"""Statements: claims without a number, as intervals: exports continue, trade has ceased, dozens of trucks."""

from collections.abc import Sequence

from nktrade.core.claims import Statement
from nktrade.core.codes import Channel, Flow, Standing
from nktrade.core.interval import Interval
from nktrade.reading.binding import Said
from nktrade.reading.scene import Scene
from nktrade.reading.setting import Setting, is_bought, is_sold, usual_sides
from nktrade.reading.words import Mention
from nktrade.reference import lineage

_NEAR = 40
_BEHIND = 10
_INTERVALS = {
    "continues": Interval.of(0, None),
    "resumed": Interval.of(0, None),
    "ceased": Interval.point(0),
    "banned": Interval.point(0),
}


def statements_of(
    document: str, scene: Scene, said: Sequence[Said], source: tuple[str, ...]
) -> list[Statement]:
    """The statements of a sentence about a flow or about goods; others say nothing of trade."""
    found = (_statement(document, scene, one, source) for one in said)
    return [one for one in found if one is not None]


def _statement(
    document: str, scene: Scene, said: Said, source: tuple[str, ...]
) -> Statement | None:
    one, bound = said.mention, said.bound
    goods = _goods(scene, one)
    is_count = one.role == "vague"
    if goods is None and (bound is None or is_count):
        return None
    flow, (reporter, partner) = _flow(said, goods, scene.ground.setting)
    start, end = _extent(scene.items, one)
    return Statement(
        id="",
        document=document,
        start=start,
        end=end,
        surface=scene.ground.text[start:end],
        interval=Interval.of(one.value, None) if is_count else _INTERVALS[one.value],
        says="count" if is_count else one.value,
        unit="count" if is_count else None,
        flow=flow,
        reporter=reporter,
        partner=partner,
        commodity=goods or (bound.commodity.value if bound else None),
        period=said.period,
        channel=Channel(_first(scene, "channel") or "unknown"),
        standing=Standing.OFFICIAL if one.value == "banned" else Standing.ALLEGED,
        source=source,
        place=_first(scene, "place"),
        actor=_first(scene, "actor"),
        inferred=() if bound else ("flow", "reporter", "partner"),
    )


def _first(scene: Scene, role: str) -> str | None:
    return next((item.value for item in scene.items if item.role == role), None)


def _goods(scene: Scene, one: Mention) -> str | None:
    """The goods beside the word: for a count those counted, else the nearest of the sentence."""
    named = [item for item in scene.items if item.role == "commodity"]
    if one.role != "vague":
        near = sorted(named, key=lambda item: abs(item.start - one.start))
        return near[0].value if near else None
    behind = [item for item in scene.items if 0 <= item.start - one.end <= _BEHIND]
    counted = next((item.value for item in behind if item.role == "commodity"), None)
    spoken = scene.ground.state.commodity or ""
    stands_for = any(item.value == "other" for item in behind) and "vehicles" in lineage(spoken)
    return counted or (spoken if stands_for else None)


def _flow(
    said: Said, goods: str | None, setting: Setting
) -> tuple[Flow | None, tuple[str | None, str | None]]:
    """The flow of its frame, or the one that the goods imply."""
    if said.bound is not None:
        reporter, partner = said.bound.sides
        return Flow(said.bound.frame.flow), (reporter.value, partner.value)
    flow = Flow.IMPORT if is_bought(goods) else Flow.EXPORT if is_sold(goods) else None
    if flow is None or not setting.is_north:
        return None, (None, None)
    return flow, usual_sides(flow.value, goods, setting)


def _extent(items: Sequence[Mention], one: Mention) -> tuple[int, int]:
    """From the goods or the flow to the word that states something of them."""
    near = [
        item
        for item in items
        if item.role in {"flow", "deal", "commodity"} and abs(item.start - one.start) <= _NEAR
    ]
    every = [one, *near]
    return min(item.start for item in every), max(item.end for item in every)
