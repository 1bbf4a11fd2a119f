"""Related: one relation of a text with its exact sides, as it is judged."""

from dataclasses import dataclass

from nktrade.checks.check import Check
from nktrade.core.interval import Interval


@dataclass(frozen=True, slots=True)
class Related:
    """One relation with its exact sides."""

    number: int
    check: Check
    document: str
    args: tuple[tuple[str, tuple[str, ...]], ...]
    left: Interval
    right: Interval
    holds: bool
    holds_wide: bool

    @property
    def is_in_doubt(self) -> bool:
        """Whether it fails and tells of the figures, not of trade: our reading may be what is wrong."""
        return not self.holds and not self.check.is_finding_about_trade
