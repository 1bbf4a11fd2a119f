"""Smuggling: the word says that goods are moved in secret, and not which way; the goods tell that."""

from nktrade.core.codes import WORLD
from nktrade.reading.discourse import DISCOURSE, PRIOR, Known, Sides
from nktrade.reading.setting import is_bought
from nktrade.reading.surroundings import NORTH
from nktrade.reading.words import Mention

_EITHER = "export:either:smuggled"


def brought_in(head: Mention | None, sides: Sides, goods: str | None) -> Sides | None:
    """The sides of the purchase, where the North smuggled what it only buys and nobody is named to whom; None elsewhere."""
    if head is None or head.value != _EITHER or not is_bought(goods):
        return None
    is_own = sides.reporter.value == NORTH and sides.partner.trust <= DISCOURSE
    return Sides(sides.reporter, Known(WORLD, PRIOR)) if is_own else None
