"""The register of UN resolutions and of the trade measures against the DPRK that they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from nktrade.core.codes import Flow
from nktrade.core.period import Period
from nktrade.reference.commodities import commodities, heading_holds, lineage
from nktrade.reference.tables import read_table

_BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A resolution of the UN Security Council.

    Some rows are about other matters: their numbers are easily written for one of the DPRK's.
    """

    number: int
    adopted: date
    subject: str
    is_dprk: bool
    resembles: int | None
    """The DPRK resolution that this number of another matter is mistaken for."""
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What one paragraph restricts, seen from the DPRK: export is what leaves it."""

    resolution: int
    paragraph: str
    good: str
    """The goods as the paragraph has them, in short."""
    commodities: tuple[str, ...]
    hs: tuple[str, ...]
    flow: str
    """export, import or both; workers sent abroad count as export."""
    kind: str
    """ban, ban with exceptions, cap, superseded cap, freeze or repatriation."""
    cap: Fraction | None
    cap_unit: str | None
    other_cap: Fraction | None
    other_cap_unit: str | None
    logic: str | None
    """How two caps go together: lower (whichever is reached first) or or (one restates the other)."""
    first: date
    last: date | None
    """The last day in force; None while it is."""
    recurs: str | None
    """once, or yearly from the first day."""
    grace_until: date | None
    """Goods under earlier contracts could cross up to this day."""
    exceptions: str | None
    deadline: date | None
    source: str
    verified: bool

    @property
    def is_ban(self) -> bool:
        """Whether nothing of it may be traded, exceptions aside."""
        return self.kind.startswith("ban")

    def covers(self, commodity: str) -> bool:
        """Whether all of the commodity falls under it, by name or by every HS heading it has."""
        is_named = not set(self.commodities).isdisjoint(lineage(commodity))
        return is_named or _hold(self.hs, _codes(commodity))

    def binds(self, day: date) -> bool:
        """Whether it is in force on that day, days of grace included; a superseded cap never is."""
        ended = self.last is not None and day > self.last
        return self.first <= day and not ended and not self.kind.startswith("superseded")

    def allowance(self, day: date) -> Period | None:
        """The period whose trade counts against the cap on that day; None without a cap then.

        A yearly cap runs in years from its first day.
        """
        if self.kind != "cap" or not self.binds(day):
            return None
        if self.recurs != "yearly":
            return Period(self.first, self.last or day)
        years = (
            day.year - self.first.year - ((day.month, day.day) < (self.first.month, self.first.day))
        )
        start = Period(self.first, self.first).shifted(12 * years).first
        return Period(start, date.fromordinal(start.replace(year=start.year + 1).toordinal() - 1))

    def __str__(self) -> str:
        of = "of" if self.kind == "repatriation" else "on"
        return f"resolution {self.resolution}, paragraph {self.paragraph}: {self.kind} {of} {self.good}"


@cache
def resolutions() -> dict[int, Resolution]:
    """Every resolution of the register, look-alikes included, by number.

    >>> resolutions()[2397].adopted, resolutions()[2379].resembles
    (datetime.date(2017, 12, 22), 2397)
    """
    return {one.number: one for one in read_table("resolutions", Resolution)}


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure of the register, by resolution and paragraph."""
    return read_table("measures", Measure)


def measures_of(number: int) -> tuple[Measure, ...]:
    """The measures that one resolution holds.

    >>> [one.paragraph for one in measures_of(2321)][:2]
    ['26(b)', '26(b)']
    """
    return tuple(one for one in measures() if one.resolution == number)


def restricts(number: int, commodity: str) -> bool:
    """Whether a resolution can be said to restrict the commodity: all of it, or some kinds of it.

    Several measures may cover it together, and the press names a metal for its ore.

    >>> restricts(2371, "coal, iron, lead and seafood"), restricts(2371, "textiles")
    (True, False)
    >>> restricts(2397, "food"), restricts(2270, "titanium")
    (True, True)
    """
    own = measures_of(number)
    headings = tuple(heading for one in own for heading in one.hs)
    names = {name for one in own for name in one.commodities}
    is_named = f"{commodity} ore" in names or any(one.covers(commodity) for one in own)
    codes = _codes(commodity)
    return is_named or _hold(headings, codes) or any(_hold(codes, [one]) for one in headings)


def measures_binding(commodity: str, flow: Flow | str, day: date) -> tuple[Measure, ...]:
    """The measures in force on a commodity in a direction, seen from the DPRK, on a day.

    >>> [str(one) for one in measures_binding("sand", "export", date(2019, 5, 1))]
    ['resolution 2397, paragraph 6: ban on earth and stone, including magnesite and magnesia']
    """
    return tuple(
        one
        for one in measures()
        if one.flow in {str(flow), _BOTH} and one.binds(day) and one.covers(commodity)
    )


def _codes(commodity: str) -> tuple[str, ...]:
    """The HS lines of a commodity; none where it is unknown or has none."""
    found = commodities().get(commodity)
    return found.hs if found else ()


def _hold(headings: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether there are codes, and each lies under some heading."""
    return bool(codes) and all(
        any(heading_holds(heading, code) for heading in headings) for code in codes
    )
