"""Statements: claims without a number, as intervals: exports continue, trade has ceased, dozens of trucks."""

from collections.abc import Sequence

from nktrade.core.claims import Statement
from nktrade.core.codes import ALL_GOODS, Channel, Flow, Standing
from nktrade.core.interval import Interval
from nktrade.reading.binding import Said
from nktrade.reading.comparing import compared
from nktrade.reading.evidence import channel_of
from nktrade.reading.openyears import named
from nktrade.reading.scene import Scene
from nktrade.reading.setting import Setting, is_bought, is_sold, usual_sides
from nktrade.reading.ways import way
from nktrade.reading.words import Mention, is_comparing
from nktrade.reference import lineage

_NEAR = 40
_BEHIND = 10
_LASTING = frozenset({"continues", "moved", "banned", "eased"})
_WITHOUT_DIGITS = {"vague": "count", "moved": "moved"}
"""What words of these roles say; the value of others says it."""
_INTERVALS = {
    "continues": Interval.of(0, None),
    "resumed": Interval.of(0, None),
    "moved": Interval.of(0, None),
    "ceased": Interval.point(0),
    "rose": Interval.of(0, None),
    "fell": Interval.of(0, None),
    "banned": Interval.point(0),
}


def statements_of(
    document: str, scene: Scene, said: Sequence[Said], source: tuple[str, ...]
) -> list[Statement]:
    """The statements of a sentence about a flow or about goods; others say nothing of trade."""
    found = (
        (_comparison if is_comparing(one.mention) else _statement)(document, scene, one, source)
        for one in said
    )
    return [one for one in found if one is not None]


def _statement(
    document: str, scene: Scene, said: Said, source: tuple[str, ...]
) -> Statement | None:
    one, bound = said.mention, said.bound
    if _is_speech(scene.items, one):
        return None
    value, _, tense = one.value.partition(":")
    says = _WITHOUT_DIGITS.get(one.role, value)
    goods = bound.commodity.value if bound and says == "moved" else _goods(scene, one)
    is_count = says == "count"
    hidden = _hidden_trade(scene, one)
    standing = _standing(scene, one)
    is_foreseen = standing is Standing.FORECAST and _first(scene, "other") is not None
    if goods is None and (is_count or (bound is None and hidden is None and not is_foreseen)):
        return None
    flow, (reporter, partner) = _flow(said, goods, scene.ground.setting, hidden)
    start, end = _extent(scene.items, said, hidden)
    return Statement(
        id="",
        document=document,
        start=start,
        end=end,
        surface=scene.ground.text[start:end],
        interval=Interval.of(value, None) if is_count else _INTERVALS[says],
        says=says,
        unit="count" if is_count else None,
        flow=flow,
        reporter=reporter,
        partner=partner,
        commodity=goods or (bound.commodity.value if bound else hidden and ALL_GOODS),
        period=named(said.period),
        is_current=says in _LASTING or tense == "now",
        channel=Channel(channel_of(scene.items) or "unknown"),
        standing=standing,
        source=source,
        place=_first(scene, "place"),
        route=way(scene.items),
        actor=_first(scene, "actor"),
        inferred=() if bound else ("flow", "reporter", "partner"),
    )


def _comparison(
    document: str, scene: Scene, said: Said, source: tuple[str, ...]
) -> Statement | None:
    """What is said of two flows; None where they are not named."""
    one = said.mention
    found = compared(scene, one)
    if found is None:
        return None
    return Statement(
        id="",
        document=document,
        start=found.start,
        end=found.end,
        surface=scene.ground.text[found.start : found.end],
        interval=Interval.of(0, None),
        says=found.says,
        flow=found.one.flow,
        reporter=found.one.reporter,
        partner=found.one.partner,
        commodity=found.one.commodity or ALL_GOODS,
        period=named(said.period),
        is_current=found.says in _LASTING or one.value.endswith(":now"),
        channel=Channel(channel_of(scene.items) or "unknown"),
        standing=_standing(scene, one),
        source=source,
        beside=found.other,
    )


def _first(scene: Scene, role: str) -> str | None:
    return next((item.value for item in scene.items if item.role == role), None)


def _is_speech(items: Sequence[Mention], one: Mention) -> bool:
    """Whether it tells who goes on speaking: "...," the source continued."""
    before = [item for item in items if item.end <= one.start]
    return bool(before) and before[-1].role == "source" and one.start - before[-1].end <= 1


def _hidden_trade(scene: Scene, one: Mention) -> Mention | None:
    """The word for trade outside customs of which something is said: smuggling was eliminated."""
    spoken = [item for item in scene.items if item.role == "channel" and item.start < one.start]
    return spoken[-1] if spoken and spoken[-1].value.startswith("unrecorded") else None


def _standing(scene: Scene, one: Mention) -> Standing:
    """What weight the sentence gives it: a word of the future before it makes it a forecast."""
    before = {
        item.value for item in scene.items if item.role == "standing" and item.start < one.end
    }
    for value in (Standing.HYPOTHETICAL, Standing.FORECAST):
        if value in before:
            return value
    return Standing.OFFICIAL if one.value == "banned" else Standing.ALLEGED


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
    said: Said, goods: str | None, setting: Setting, hidden: Mention | None
) -> tuple[Flow | None, tuple[str | None, str | None]]:
    """The flow of its frame, or the one that the goods imply."""
    if said.bound is not None:
        reporter, partner = said.bound.sides
        return Flow(said.bound.frame.flow), (reporter.value, partner.value)
    flow = Flow.IMPORT if is_bought(goods) else Flow.EXPORT if is_sold(goods) else None
    flow = Flow.TOTAL if goods is None and hidden is not None else flow
    if flow is None or not setting.is_north:
        return None, (None, None)
    return flow, usual_sides(flow.value, goods, setting)


def _extent(items: Sequence[Mention], said: Said, hidden: Mention | None) -> tuple[int, int]:
    """From the goods or the flow to the word that states something of them."""
    one = said.mention
    head = said.bound.frame.head if said.bound else hidden or one
    near = [
        item
        for item in items
        if item.role in {"flow", "deal", "commodity", "channel", "other"}
        and (
            min(abs(item.start - one.start), abs(item.start - one.end)) <= _NEAR
            or (one.role == "moved" and item.role == "commodity")  # a list of goods is one
        )
    ]
    every = [one, *near, *([head] if head in items and head.start < one.start else [])]
    return min(item.start for item in every), max(item.end for item in every)
