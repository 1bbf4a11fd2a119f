"""Ordering: which of two printed amounts a text says to be the larger.

That is more than the $3 million of May; rose to $3 million from $2 million.
"""

from collections.abc import Iterator, Sequence

from nktrade.core.claims import Order
from nktrade.core.codes import Kind
from nktrade.reading.drafts import Draft
from nktrade.reading.scene import Scene
from nktrade.reading.words import Mention

_LOOK_BACK = 16
_BETWEEN = frozenset(
    {"level", "period", "case", "rate", "stop", "neutral", "says", "source", "filler"}
)
"""What leaves an amount and the words behind it about one thing."""
_MORE, _LESS = "more_than", "less_than"


def orders_in(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Order]:
    """The stated orders of a sentence: of an amount with a definite one, of where it rose to and from."""
    yield from _moves_in(scene, drafts)
    for at, draft in enumerate(drafts):
        said = _compares(scene, draft)
        if said is None or draft.sort.kind is not Kind.LEVEL:
            continue
        first = drafts[at - 1] if at else None
        beside = _pointed_at(scene) if first is None else first.spot.start
        since = scene.start if first is None else first.spot.end
        if beside is None or not _is_plain(scene, since, said):
            continue
        if first is not None and not _are_alike(first, draft):
            continue
        own, is_more = draft.spot.start, said.value.startswith(_MORE)
        yield _order(scene, said, *((beside, own) if is_more else (own, beside)))


def _moves_in(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Order]:
    """The verbs that lead from one amount to another: rose to $3 million in May from $2 million."""
    placed = {one.spot.start: one for one in drafts}
    for at, said in enumerate(scene.items):
        behind = scene.items[at + 1 :]
        is_open = scene.items[at - 1].role == "modal" if at else False  # did not rise, may rise
        if said.role != "change" or is_open or not behind or behind[0].start - said.end > 1:
            continue
        led = _led_to(behind)
        if led is None or not {one.start for one in led.values()} <= placed.keys():
            continue
        new, old = (placed[led[name].start] for name in ("destination", "origin"))
        if not _are_alike(new, old) or _owner(new) != _owner(old):
            continue
        more, less = (new, old) if said.value == "+" else (old, new)
        yield _order(scene, said, more.spot.start, less.spot.start)


def _order(scene: Scene, said: Mention, more: int, less: int) -> Order:
    """What the word says of the figures that begin at these places."""
    return Order(
        document="",
        start=said.start,
        end=said.end,
        surface=scene.ground.text[said.start : said.end],
        more=more,
        less=less,
    )


def _led_to(items: Sequence[Mention]) -> dict[str, Mention] | None:
    """The figures behind to and from, where nothing but hedges and times stands among them."""
    led: dict[str, Mention] = {}
    case = None
    for one in items:
        if one.role == "case" and one.value in {"destination", "origin"}:
            case = one.value
        elif one.role == "figure" and case is not None and case not in led:
            led[case], case = one, None
            if len(led) > 1:
                return led
        elif one.role not in {"hedge", "period", "case", "filler"}:
            return None
    return None


def _owner(draft: Draft) -> tuple[str | None, ...]:
    """Whose trade, in what."""
    return (draft.sides.reporter.value, draft.sides.partner.value, draft.commodity.value)


def _compares(scene: Scene, draft: Draft) -> Mention | None:
    """The word that puts something above or below the amount, which is known already: more than the $3 million."""
    start = draft.spot.start
    known = scene.ground.lexicon.definite.search(
        scene.ground.text[max(0, start - _LOOK_BACK) : start]
    )
    if known is None:
        return None
    place = start - len(known[0])
    for one in scene.items:
        is_order = one.role == "hedge" and one.value.startswith((_MORE, _LESS))
        if is_order and 0 <= place - one.end <= 1:
            return one
    return None


def _pointed_at(scene: Scene) -> int | None:
    """The only amount of the sentence before, where this one begins by pointing at it: that is more than."""
    pointed = scene.ground.lexicon.pointing.match(scene.ground.text, scene.start)
    return scene.ground.state.level if pointed else None


def _is_plain(scene: Scene, since: int, said: Mention) -> bool:
    """Whether nothing between the amount and the words changes the subject, denies or supposes."""
    between = (one for one in scene.items if since <= one.start < said.start)
    return all(one.role in _BETWEEN or one.value == "relative" for one in between)


def _are_alike(one: Draft, other: Draft) -> bool:
    """Whether both are levels of one flow in one unit."""
    is_level = one.sort.kind is other.sort.kind is Kind.LEVEL and not one.governed
    return is_level and one.spot.unit == other.spot.unit and one.flow.value == other.flow.value
