"""Topic: what holds at a place of a sentence."""

from typing import NamedTuple

from nktrade.core.codes import Kind
from nktrade.core.period import Period
from nktrade.reading.discourse import DISCOURSE, Known, Sides
from nktrade.reading.figures import Spot
from nktrade.reading.roles import Party

HEADS = frozenset({"flow", "deal", "deed"})
NAMES = frozenset({"area", "world", "pronoun"})
WEIGHED = frozenset({"t", "kg", "bbl", "bbl/d", "m3"})
OF_BEFORE = frozenset({"sum", "value"})
"""Heads that name no trade of their own: a sum or a value of what was told before, 关税累计861亿美元."""
RATES = "rates"
"""What is told in percent alone and is no trade: 積載率9割なら440万バレル governs the 9割."""


class Topic(NamedTuple):
    """What holds at a place of the sentence."""

    flow: str | None = None
    sign: str | None = None
    trust: float = DISCOURSE
    head: int = -1
    """Where the flow word stands; -1 where the sentence has not named one yet."""
    sides: Sides = Sides()
    goods: Known = Known(None)
    counted: Known = Known(None)
    """The goods that the last figure of the sentence counted."""
    weighed: Known = Known(None)
    """The goods that the last figure of the sentence weighed."""
    part: Known = Known(None)
    """The goods spoken of before the flow word: a share is theirs."""
    period: Period | None = None
    prior: Period | None = None
    """The period spoken of before it."""
    main: Period | None = None
    """The period spoken of that an older level, told aside, has left: 22年6月は1940万ドル."""
    outer: "Topic | None" = None
    """What held before the sentence went on to parts of it: 其中, うち, 이 가운데."""
    parted: int = -1
    """Where it went on to them."""
    year: int | None = None
    """The year that the sentence has named."""
    whence: str = "text"
    base: str | None = None
    past: Period | None = None
    """The period of a level compared with, until its figure has come."""
    is_past: bool = False
    is_back: bool = False
    """Whether the whole sentence looks back: 1년 전에는 수출이 N, 수입이 N이었다."""
    is_listing: bool = False
    """Whether the sentence tells with whom: 最大の輸出先は中国の, 前四大来源国."""
    named: tuple[Party, ...] = ()
    """Countries named since the last flow word."""
    is_other: bool = False
    segment: int = 0
    kind: Kind | None = None
    """What sort the last percentage was."""
    carried: str | None = None
    """The direction of the last change."""
    traders: tuple[str, ...] = ()
    """The last two reporters of levels: 两国合计 is theirs."""
    event: Period | None = None
    """The month of the last day named."""
    price: Spot | None = None
    """The last price of a unit in the sentence."""

    limit: int = -1
    """Where the last figure stands, if it is a limit."""

    @property
    def is_of_a_country(self) -> bool:
        """Whether a country is named for a share, and no flow: 중국 비중, 对华依存度."""
        return self.head < 0 and bool(self.named) and self.goods.trust <= DISCOURSE

    @property
    def is_earlier(self) -> bool:
        """Whether the same months of an earlier year than before are spoken of."""
        now, old = self.prior, self.period
        return bool(now and old and now.first > old.first and now.last.month == old.last.month)
