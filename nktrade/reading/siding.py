"""Siding: whose trade with whom a figure tells of, where its clause renames or omits a side."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from nktrade.core.codes import ALL_GOODS, WORLD, Kind
from nktrade.reading.discourse import (
    CLAUSE,
    DISCOURSE,
    PRIOR,
    WORDS,
    Known,
    Sides,
    country_of,
    focus_of,
    way_of,
)
from nktrade.reading.frames import ROLES, Frame
from nktrade.reading.framing import Bound
from nktrade.reading.goods import FUEL, MEASURES, MONEYS, goods_of_figure
from nktrade.reading.kinds import Sort
from nktrade.reading.paragraphs import opened
from nktrade.reading.parties import Party
from nktrade.reading.parts import Part
from nktrade.reading.roles import BOTH_WAYS, WAYS
from nktrade.reading.scene import Scene
from nktrade.reading.setting import is_bought, is_sold, usual_sides
from nktrade.reading.surroundings import CHINA, NORTH
from nktrade.reading.words import Mention

_TOLD = frozenset({"destination", "origin", "counterpart", "agent"})
_USUAL = frozenset({CHINA, WORLD})
"""With whom the North trades as the table of goods says; others may sell it what it sells to them."""
_BARRELS = frozenset({"bbl", "bbl/d"})


def adapted(scene: Scene, head: Bound | None, part: Part, figure: Mention) -> Bound | None:
    """The frame with a side that the figure's own clause renames: 5 percent to China."""
    if head is None or any(one is head.frame.head for one in part.items):
        return head
    areas = _areas(part)
    named = [one for one in areas if one.mention.start < figure.start]
    named = named or [one for one in areas if one.case in _TOLD]
    named = named or [one for one in (part.about,) if one] or _gone_on(scene, head, part)
    return _renamed(head, _paying(scene, head, figure, named), scene) if named else head


def _paying(scene: Scene, head: Bound, figure: Mention, named: Sequence[Party]) -> Sequence[Party]:
    """The names; whoever money for exports came from is the one who bought: of $5 million, 3 came from Italy."""
    is_earned = head.frame.flow == "export" and scene.spot(figure).unit in MONEYS
    if not is_earned or head.sides.reporter.trust <= PRIOR:
        return named
    return [one._replace(case="destination") if one.case == "origin" else one for one in named]


def _areas(part: Part) -> list[Party]:
    return [one for one in part.named if one.mention.role == "area"]


def _gone_on(scene: Scene, head: Bound, part: Part) -> list[Party]:
    """The countries of the figure that a clause without any goes on about: and the U.S. $11 billion, 2 percent less."""
    for other in reversed(scene.parts[head.segment + 1 : part.number]):
        if "figure" in other.roles and (areas := _areas(other)):
            return areas
    return []


def continued(scene: Scene, part: Part, figure: Mention) -> Bound | None:
    """The flow spoken of, where the sentence names none; a country in it takes its place."""
    goes_on = any(one.code == "self" for one in part.named)  # it was 5 tons in May
    state = scene.ground.state if goes_on else opened(scene.ground.state)
    named = [
        one
        for other in scene.parts[: part.number + 1]
        for one in other.named
        if one.mention.role == "area"
    ]
    if state.flow is None:
        return _supposed(scene, part, figure, named)
    if state.flow in BOTH_WAYS and (part.goods or scene.parts[0].goods):
        implied = _supposed(scene, part, figure, named)
        if implied is not None:
            return implied
    told = Bound(Frame(figure, state.flow), part.number, state.sides, Known(state.commodity))
    named = [*_paying(scene, told, figure, named)]
    goods = Known(state.commodity, DISCOURSE)
    both = "balance" in state.flows or set(state.flows) >= WAYS
    way = way_of(state.sides, state)
    if both and way and _counts_goods(scene, part, figure):
        frame = Frame(figure, way)
        return _renamed(Bound(frame, part.number, state.sides, goods, DISCOURSE), named, scene)
    if (sides := _of_both_sides(named, state.sides)) is not None:
        return Bound(
            Frame(figure, "total"), part.number, sides, Known(ALL_GOODS, DISCOURSE), DISCOURSE
        )
    roles = {one.role for one in part.items}
    is_part = state.flow == "balance" and bool(named or roles & {"whole", "share"})
    is_part = is_part or ("share" in roles and {"export", "import"} <= set(state.flows))
    frame = Frame(figure, "total") if is_part else Frame(figure, state.flow, state.sign)
    return _renamed(Bound(frame, part.number, state.sides, goods, DISCOURSE), named, scene)


def _of_both_sides(named: Sequence[Party], spoken: Sides) -> Sides | None:
    """The two sides that a sentence names, neither flow nor pair being those spoken of: with the North, Moscow admits to 5."""
    partners = [one.code for one in named if one.case == "counterpart"]
    others = [one.code for one in named if one.case is None and one.code not in partners]
    pairs = {(first, second) for first in others for second in partners}
    if len(pairs) != 1:
        return None
    (pair,) = pairs
    is_told = set(pair) == {one.value for one in spoken}
    return None if is_told else Sides(*(Known(one) for one in pair))


def _counts_goods(scene: Scene, part: Part, figure: Mention) -> bool:
    """Whether a figure is of goods that move, as no balance is: tons, or what its own words name."""
    beside = goods_of_figure(part.items, part.items.index(figure))
    is_named = beside is not None and beside.value != ALL_GOODS
    return is_named or scene.spot(figure).unit in MEASURES


def _renamed(head: Bound, named: Sequence[Party], scene: Scene) -> Bound:
    focus = focus_of(scene.ground.state, scene.ground.setting)
    table = ROLES[head.frame.flow]
    reporter, partner = head.sides
    spoken = {focus, *(side.value for side in head.sides if side.trust > PRIOR)}
    for one in _lumped(named, spoken):
        role = table.get(one.case or "")
        if one.case in {None, "agent"}:
            is_agent = head.frame.head.value.endswith(":agent")  # the buyer was China, then Japan
            is_agent = is_agent or (one.case == "agent" and _is_done_by(scene, head))
            role = "reporter" if is_agent else _of_verb(scene, head) or _bare(head, one, focus)
        if one.case == "possessor" and one.code == partner.value:
            reporter, partner = partner, reporter  # China's exports to Russia, and Russia's
        elif role == "reporter" and one.code != partner.value:
            reporter = Known(one.code)
        elif role == "partner" and one.code != reporter.value:
            partner = Known(one.code)
    return head._replace(sides=Sides(reporter, partner))


def _is_done_by(scene: Scene, head: Bound) -> bool:
    """Whether a verb tells behind it who did it: 5 tons were sold by Peru, and 3 by Chile."""
    told = scene.parts[head.segment].named
    return head.frame.head.role == "deed" and any(
        one.case == "agent" and one.code == head.sides.reporter.value for one in told
    )


def _lumped(named: Sequence[Party], spoken: AbstractSet[str | None]) -> Sequence[Party]:
    """The names, two that an 'and' joins as one side where neither is spoken of: Moscow and Beijing admit to 5 tons."""
    found: list[Party] = []
    for one in named:
        last = found[-1] if found else None
        is_new = last is not None and spoken.isdisjoint({one.code, last.code})
        if last is not None and one.joined and is_new and one.case == last.case is None:
            found[-1] = last._replace(code=",".join(sorted((last.code, one.code))))
        else:
            found.append(one)
    return found


def _of_verb(scene: Scene, head: Bound) -> str | None:
    """The side of a name before an amount whose verb is left out: Turkey bought 5 tons, and Italy 3.

    A name may as well stand for the one right before the amount: Russia sold China 5 tons, and India 3.
    """
    items = scene.parts[head.segment].items
    if scene.ground.setting.is_north or head.frame.head.role != "deed":
        return None
    at = items.index(head.frame.head)
    amount = next((n for n, one in enumerate(items) if n > at and one.role == "figure"), at)
    is_told = any(one.role == "area" for one in items[:at]) and amount > at
    return (
        "reporter" if is_told and not any(one.role == "area" for one in items[at:amount]) else None
    )


def _bare(head: Bound, one: Party, focus: str | None) -> str:
    """The side that a country without a case takes: that of the country whose place it takes."""
    reporter, partner = head.sides
    lumped = (reporter.value or "").split(",")
    is_same = one.code.partition("-")[0] in {each.partition("-")[0] for each in lumped}
    is_open = reporter.value == WORLD and partner.value != WORLD
    if is_same or is_open:
        return "reporter"
    if focus in {reporter.value, partner.value} and partner.value != one.code:
        return "partner" if reporter.value == focus else "reporter"
    return "reporter" if reporter.trust > partner.trust else "partner"


def _supposed(scene: Scene, part: Part, figure: Mention, named: Sequence[Party]) -> Bound | None:
    """The flow that goods imply where no word names one: fuel goes to the North, ore comes from it."""
    setting = scene.ground.setting
    spoken = [good for other in scene.parts for good in other.goods]
    beside = goods_of_figure(part.items, part.items.index(figure))
    own = spoken[0] if spoken else scene.ground.state.commodity
    own = beside.value if beside else own
    if own is None and any(spot.unit in _BARRELS for spot in scene.spots):
        own = FUEL
    flow = "import" if is_bought(own) else "export" if is_sold(own) else None
    unit = scene.spot(figure).unit
    is_counted = unit in MEASURES or scene.ground.state.flow in BOTH_WAYS
    is_counted = is_counted or (beside is not None and unit in MONEYS)
    if not (setting.is_north and setting.priors and own and flow and is_counted):
        return None
    reporter, partner = usual_sides(flow, own, setting)
    told = _spoken_of(scene, reporter)
    other = next((one.code for one in reversed(named) if one.code != reporter), told or partner)
    trust = DISCOURSE if named or told else PRIOR
    found = Sides(Known(reporter, PRIOR), Known(other, trust))
    return Bound(Frame(figure, flow), part.number, found, Known(own, PRIOR), PRIOR)


def _spoken_of(scene: Scene, reporter: str | None) -> str | None:
    """The country that the text has told to trade with the reporter, where it is known from its words."""
    main = scene.ground.state.main
    told = [one.value for one in main if one.value != reporter and one.trust > PRIOR]
    is_main = reporter in {one.value for one in main} and len(told) == 1
    return told[0] if is_main and told[0] != WORLD else None


def settled(scene: Scene, head: Bound | None, figure: Mention, goods: Known, sort: Sort) -> Sides:
    """The sides of the frame; guessed ones follow the figure's own goods, limits bind everybody."""
    head = _whose(scene, head, figure, sort)
    if head is None:
        return Sides()
    found = head.sides
    setting = scene.ground.setting
    is_taken_over = head.trust < WORDS and found.reporter.value is not None
    goods_tell = is_bought(goods.value) or is_sold(goods.value)
    if found.is_guessed and not found.is_half and (goods_tell or not is_taken_over):
        reporter, partner = usual_sides(head.frame.flow, goods.value, setting)
        found = Sides(Known(reporter, PRIOR), Known(partner, PRIOR))
    found = turned_by_goods(found, head.frame.flow, goods)
    found = _national(scene, figure, found)
    binds_all = setting.is_north and (sort.kind is Kind.CAP or is_of_limit(scene, figure, sort))
    if binds_all and NORTH in {one.value for one in found}:
        return Sides(*(one if one.value == NORTH else Known(WORLD, PRIOR) for one in found))
    return found


def _national(scene: Scene, figure: Mention, found: Sides) -> Sides:
    """The sides of the country, where the clause goes from a province to it: nationally, $5 billion."""
    said = [one for one in scene.items if one.role == "figure" or one.value == "nation"]
    before = [one.value for one in said if one.start < figure.start]
    if before[-1:] != ["nation"]:
        return found
    return Sides(*(Known(country_of(one.value), one.trust) for one in found))


def is_of_limit(scene: Scene, figure: Mention, sort: Sort) -> bool:
    """Whether a multiple is of a limit that its own clause names: the cap, several times over."""
    if sort.kind is not Kind.RATIO:
        return False
    part = next((one for one in scene.parts if figure in one.items), None)
    return part is not None and "cap" in part.roles


def _whose(scene: Scene, head: Bound | None, figure: Mention, sort: Sort) -> Bound | None:
    """The frame whose sides a share takes: its own, not those of the whole behind it."""
    if head is None or sort.kind is not Kind.SHARE_PCT or head.start < figure.start:
        return head
    earlier = [one for one in scene.bound if one.start < figure.start]
    return earlier[-1] if earlier and earlier[-1].frame.flow == head.frame.flow else head


def turned_by_goods(found: Sides, flow: str, goods: Known) -> Sides:
    """The sides exchanged where context alone has the North buy its own coal or sell its own fuel."""
    reporter, partner = found
    is_north = reporter.value == NORTH and partner.value
    is_to_north = partner.value == NORTH and reporter.value in _USUAL and partner.trust <= DISCOURSE
    buys = is_north if flow == "import" else is_to_north
    sells = is_north if flow == "export" else is_to_north
    against = (buys and is_sold(goods.value)) or (sells and is_bought(goods.value))
    is_guess = flow in WAYS and reporter.trust <= CLAUSE
    return Sides(partner, reporter) if against and is_guess else found
