"""Drafts: one figure with all that was settled about it, before it becomes a claim."""

from collections.abc import Sequence
from typing import NamedTuple

from nktrade.core.codes import Kind
from nktrade.core.period import Period
from nktrade.reading.discourse import Known, Sides, Told
from nktrade.reading.figures import Spot
from nktrade.reading.kinds import Sort

_UNREAD = frozenset({"unreadable", "misprinted numeral"})


class Draft(NamedTuple):
    """A claim in the making."""

    spot: Spot
    sort: Sort
    flow: Known = Known(None)
    balance: str | None = None
    """Whose favour: '-' a deficit of the reporter, '+' a surplus."""
    sides: Sides = Sides()
    commodity: Known = Known(None)
    owns_goods: bool = False
    """Whether the goods stand with the figure itself."""
    period: Period | None = None
    whence: str = "words"
    base: str | None = None
    rate: str | None = None
    segment: int = 0
    sentence: int = 0
    head_start: int = -1
    is_bare: bool = False
    """Whether its own clause holds no flow word."""
    governed: bool = False
    """Whether something that is not trade governs it."""
    restates: int | None = None
    """Where the figure stands of which this is the same amount."""
    repeats: int | None = None
    """Where the figure stands of which this is another print."""
    standing: str | None = None
    channel: str | None = None
    source: tuple[str, ...] = ()
    valuation: str | None = None
    scope: str | None = None
    place: str | None = None
    route: str | None = None
    actor: str | None = None
    doubt: str | None = None
    version: str | None = None
    is_plain: bool = False
    """Whether nothing in its sentence, nor in those that it goes on from, narrows what it tells."""

    @property
    def is_claim(self) -> bool:
        """Whether it says something of trade: no number of a paragraph, no count of what is no trade."""
        told = self.sort.kind and self.flow.value and self.spot.unit
        return bool(told and not self.governed and _UNREAD.isdisjoint(self.spot.numeral.flags))

    @property
    def told(self) -> Told:
        """Of what its amount is told."""
        return Told(self.flow, self.sides, self.commodity)

    def telling(self, trade: Told) -> "Draft":
        """The draft, told of the trade that another amount was told of."""
        return self._replace(flow=trade.flow, sides=trade.sides, commodity=trade.commodity)


def told_of(claims: Sequence[Draft]) -> tuple[Told, ...]:
    """Of what the levels of the time spoken of are told."""
    return tuple(
        [one.told for one in claims if one.sort.kind is Kind.LEVEL and not one.sort.is_base]
    )
