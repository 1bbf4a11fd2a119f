"""Heads: which flow word of its sentence a figure belongs to, and whether something else governs it."""

from collections.abc import Sequence
from itertools import pairwise

from nktrade.core.codes import Kind
from nktrade.reading.brackets import time_before_bracket
from nktrade.reading.figures import Spot
from nktrade.reading.framing import Bound
from nktrade.reading.goods import MONEYS, WORKERS
from nktrade.reading.kinds import Sort
from nktrade.reading.outside import is_outside
from nktrade.reading.parts import GAINED, Part
from nktrade.reading.scene import Scene
from nktrade.reading.words import Mention

_BESIDE = 2
_TIED = 5
_GAP = 16
_LEVIED = [("other", "economy"), ("compare", "on")]
_DONE = {("case", "agent"), ("case", "destination")}
"""What stands behind a participle: sent by Peru, sold to Peru."""
_OF_GOODS = {("case", "of"), ("case", "in")}
"""What leads from an amount to its goods: 5 tons of rice, $5 million in rice."""
_LINKS = frozenset(
    {
        "area", "commodity", "world", "whole", "change", "pronoun", "period", "scope", "rate", "case",
        "deal",
    }
)  # fmt: skip
_NAMING = frozenset({"area", "pronoun", "whole", "period", "hedge"})
"""What may stand between a share and the flow that it is of: of Japan's total exports."""
_LOCAL_MONEY = frozenset({"KPW", "KRW"})
"""What is priced in won in a text about the North is a market's price inside it."""
_SMALL_CHANGE = 10**6
"""Won: less than a thousand dollars at any rate is what somebody pays, not what countries trade."""
_PETTY = 1000
"""Less of any money is what somebody pays, not what countries trade."""
_LIGHT = {"kg": 100, "g": 10**5}
"""Less, where no word says that it was traded, is what somebody carries, unless it is precious."""
_PRECIOUS = frozenset({"gold", "silver", "platinum", "diamonds", "precious metals"})
_GOVERNORS = frozenset({"flow", "deal", "deed", "other"})
_INCOME, _EARNED = "export:income", "export:earned"
"""Words for money that comes in, of whatever was told before: revenue, receipts."""
_OF_BEFORE = frozenset({"value", "total:sum"})
"""Heads that name no trade of their own."""
_TELLING = frozenset({"flow", "deal", "deed", "area", "commodity"})
"""What says of what a sentence tells."""


def head_of(scene: Scene, part: Part, index: int, sort: Sort) -> Bound | None:
    """The frame that is tied behind the figure, before it, before its clause, or after it."""
    figure = part.items[index]
    here = [one for one in scene.bound if one.segment == part.number]
    before = [one for one in here if one.start < figure.start]
    after = [one for one in here if one.start >= figure.end]
    if (done := _done_to(scene, part, index)) is not None:
        return done
    if before and _is_measured(part.items, index, before[-1].frame.head):
        return before[-1]
    if after and _is_tied(part.items, index, after[0].frame.head, is_second=bool(before)):
        return after[0]
    relative = _relative(scene, part, figure)
    if relative or before:
        return relative or before[-1]
    if after and after[0].frame.head.role == "deed" and sort.kind is Kind.LEVEL:
        return after[0]
    earlier = [one for one in scene.bound if one.segment < part.number]
    later = [one for one in scene.bound if one.segment > part.number and not _is_aside(scene, one)]
    if _is_listed_on(scene, part):
        earlier = [one for one in earlier if not _is_hung(scene, one)] or earlier
    is_aside = part.items[0].value == "(" and time_before_bracket(scene, part) is None
    if is_aside or (scene.ground.state.flow and _is_of_value(part.items[:index])):
        later = []
    if any(one.value == "self" for one in part.items[:index]):
        earlier = [one for one in earlier if not _is_of_share(scene, one)] or earlier
    return next(iter((*earlier[-1:], *after[:1], *later[:1])), None)


def _is_listed_on(scene: Scene, part: Part) -> bool:
    """Whether a clause goes on a list behind what hangs on its last name: coal, most of which went to China, and 5 tons."""
    before = scene.parts[part.number - 1].items if part.number else ()
    return part.items[0].value == "soft" and [one.value for one in before] == [","]


def _is_hung(scene: Scene, one: Bound) -> bool:
    """Whether a flow word stands in a clause that hangs on a name: most of which went to China."""
    return scene.parts[one.segment].items[0].value == "relative"


def _is_of_share(scene: Scene, one: Bound) -> bool:
    """Whether a flow word only names what a share is of, so that no pronoun behind it means that: 21 percent of all exports."""
    items = scene.parts[one.segment].items
    said = [each for each in items if each.start < one.start and each.role not in _NAMING][-2:]
    is_of = [each.role for each in said] == ["figure", "case"] and said[1].value == "of"
    return is_of and scene.spot(said[0]).unit == "percent"


def _is_aside(scene: Scene, one: Bound) -> bool:
    """Whether a clause of its own only says why or when somebody traded: as importers rushed to buy."""
    part = scene.parts[one.segment]
    opens = part.items[0].role == "break" and part.items[0].value in {"hard", "when"}
    is_agent = one.frame.head.value.endswith(":agent")
    return opens and (is_agent or "figure" not in part.roles)


def _is_of_value(before: Sequence[Mention]) -> bool:
    """Whether the value spoken of before is told, and no flow named further on: the value was 5 million, and imports 3."""
    said = [one for one in before if one.role not in {"hedge", "stop", "break", "case", "period"}]
    return [one.value for one in said[:1]] == ["value"] and all(
        one.role == "level" for one in said[1:]
    )


def _is_measured(items: Sequence[Mention], index: int, head: Mention) -> bool:
    """Whether the flow word is measured by the figure: a deficit of $402 million."""
    return index > 1 and items[index - 1].value in {"of", "in"} and items[index - 2] is head


def _is_tied(items: Sequence[Mention], index: int, head: Mention, *, is_second: bool) -> bool:
    """Whether the flow word hangs on the figure: $15 million in exports, a $41 million deficit."""
    reached = items[index].end
    for step, one in enumerate(items[index + 1 :]):
        if one.start - reached > (_GAP if step else _TIED):
            return False
        if one is head:
            return head.role != "deed" or step > 0
        if step == 0 and one.role == "level" and one.start - reached <= 1:
            reached = one.end
            continue
        leads = step == 0 and one.role == "case" and one.value != "in"
        if one.role not in _LINKS or (leads and is_second) or (step == 0 and one.role == "period"):
            return False
        reached = one.end
    return False


def _done_to(scene: Scene, part: Part, index: int) -> Bound | None:
    """The participle behind an amount that says who did it, or to whom: 5 tons of rice (60 lorries) sent by Peru; 5 tons sold to Peru."""
    at = _behind_bracket(scene, part, index)
    items = part.items[index + 1 :] if at is None else scene.parts[at].items[1:]
    reached = part.items[index].end if at is None else items[0].start
    for one, behind in pairwise(items):
        if one.start - reached > _BESIDE:
            return None
        if one.role == "deed":
            here = (each for each in scene.bound if each.frame.head is one)
            return next(here, None) if (behind.role, behind.value) in _DONE else None
        if (one.role, one.value) not in _OF_GOODS and one.role != "commodity":
            return None
        reached = one.end
    return None


def _behind_bracket(scene: Scene, part: Part, index: int) -> int | None:
    """The clause that a closing bracket begins right behind an amount in it, or behind an amount that stands before it."""
    after = scene.parts[part.number : part.number + len(("own", "bracket", "behind"))]
    opened = after[1:] if after[0].items[0].value != "(" else after
    if not part.items[index + 1 :] and [one.items[0].value for one in opened[:2]] == ["(", ")"]:
        inside = {one.role for one in opened[0].items[1:]}
        is_own = (
            opened is after
            or scene.parts[part.number].items[-1].end + _BESIDE >= opened[0].items[0].end
        )
        is_amount = {"figure"} <= inside <= {"figure", "hedge", "stop"}
        return opened[1].number if is_amount and is_own and len(opened[1].items) > 1 else None
    return None


def _relative(scene: Scene, part: Part, figure: Mention) -> Bound | None:
    """The verb of a relative clause that hangs on the figure: the $2 billion that China exported."""
    following = part.number + 1
    opener = scene.parts[following].items[0] if following < len(scene.parts) else None
    after = part.items[part.items.index(figure) + 1 :]
    reached = after[0].end if [one.value for one in after] == ["of"] else figure.end  # of which
    if opener is None or opener.value != "relative" or opener.start - reached > _BESIDE:
        return None
    verbs = (one for one in scene.bound if one.segment == following)
    return next((one for one in verbs if one.frame.head.role == "deed"), None)


def _is_sent(part: Part, figure: Mention, head: Bound | None) -> bool:
    """Whether workers are counted that one country sends to another: sending 10,000 workers to Russia."""
    if head is None or head.segment != part.number or head.start > figure.start:
        return False
    return head.frame.head.role == "deed" and head.frame.head.value in {"export", "import"}


def _is_little(spot: Spot, part: Part) -> bool:
    """Whether it is what somebody pays or carries, not what countries trade."""
    least = _PETTY if spot.unit in MONEYS else _LIGHT.get(spot.unit or "")
    if spot.per is not None or least is None or not 0 < spot.value < least:
        return False
    if spot.unit in MONEYS:
        return True
    is_told = not part.roles.isdisjoint(_GOVERNORS)
    return not is_told and not any(good in _PRECIOUS for good in part.goods)


def _is_priced(part: Part) -> bool:
    return "price" in part.roles


def _is_of_price(scene: Scene, part: Part, index: int) -> bool:
    """Whether prices moved, and not what was traded, where nothing tells what the prices were."""
    if scene.spot(part.items[index]).unit not in {"percent", "x"}:
        return False
    governors = (one for one in part.items[:index] if one.role in {*_GOVERNORS, "price"})
    nearest = max(governors, key=lambda one: one.start, default=None)
    is_price = nearest is not None and nearest.role == "price"
    return is_price and not any(one.per for one in scene.spots)


def _is_of_little(scene: Scene, part: Part, index: int, head: Bound | None) -> bool:
    """Whether a percentage is of what somebody pays, told right before it or as what it was: $46.20, down 7 percent from $49.70."""
    figure = part.items[index]
    if scene.spot(figure).unit != "percent":
        return False
    after = part.items[index + 1 : index + 3]
    is_from = [one.value for one in after[:1]] == ["origin"] and after[-1].role == "figure"
    if is_from and _is_little(scene.spot(after[-1]), part):
        return True
    before = [one for one in scene.spots if one.end <= figure.start]
    is_told = head is not None and bool(before) and before[-1].end <= head.start < figure.start
    return (
        bool(before) and not is_told and before[-1].unit in MONEYS and _is_little(before[-1], part)
    )


def is_governed(scene: Scene, part: Part, index: int, head: Bound | None) -> bool:
    """Whether what is measured is no trade: output, a budget, workers."""
    figure = part.items[index]
    spot = scene.spot(figure)
    is_local = spot.unit in _LOCAL_MONEY and scene.ground.setting.is_north
    if spot.unit == WORKERS:
        return not _is_sent(part, figure, head)
    if is_local and (_is_priced(part) or spot.value < _SMALL_CHANGE):
        return True
    is_petty = _is_little(spot, part) or _is_of_little(scene, part, index, head)
    if is_petty or is_outside(scene, part, index) or _is_of_price(scene, part, index):
        return True
    for one in part.items[index + 1 : index + 3]:
        if one.role == "compare":
            break
        if one.role == "other" and one.start - figure.end <= _GAP // 2:
            return True
    for at in range(index - 1, -1, -1):
        one = part.items[at]
        if one.role in _GOVERNORS and not _is_taxed(part.items, at):
            is_beside = figure.start - one.end <= _BESIDE
            leads = head and head.start > figure.end and head.segment == part.number
            return _is_other(scene, part.items, at) and (is_beside or not leads)
    earlier = (
        (other.items, at)
        for other in reversed(scene.parts[: part.number])
        for at in range(len(other.items) - 1, -1, -1)
        if other.items[at].role in _GOVERNORS
    )
    items, at = next(earlier, ((), 0))
    return _is_other(scene, items, at) if items else _goes_on(scene)


def _is_other(scene: Scene, items: Sequence[Mention], at: int) -> bool:
    """Whether a governor is no trade, or earns what was none: revenue from duties, tariffs brought in, and then receipts."""
    one = items[at]
    if one.role == "other":
        return True
    before, behind = items[max(at - 1, 0) : at], items[at + 1 : at + 3]
    if one.value in {GAINED, _EARNED}:
        is_levied = any(_is_taxed(items, place) for place in (at - 1, at) if place >= 0)
        return is_levied or [each.value for each in before] == ["economy"]
    if one.value != _INCOME:
        return one.value in _OF_BEFORE and _goes_on(scene)
    is_named = any(each.role == "other" and one.start - each.end <= _BESIDE for each in before)
    is_of = [each.role for each in behind] == ["case", "other"]
    return is_named or is_of or _goes_on(scene)


def _is_taxed(items: Sequence[Mention], at: int) -> bool:
    """Whether a word only says on what is levied what is no trade: duties on steel imports."""
    first = at
    while first and items[first - 1].role in {"area", "commodity"}:
        first -= 1
    return [(one.role, one.value) for one in items[max(first - 2, 0) : first]] == _LEVIED


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence that names no trade, no goods and nobody goes on about what was no trade."""
    if not scene.ground.state.is_other:
        return False
    said = (one for one in scene.items if one.role in _TELLING)
    return all(one.value == _INCOME or one.value in _OF_BEFORE for one in said)
