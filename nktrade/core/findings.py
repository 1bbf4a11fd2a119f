"""What checking finds: relations that hold or cannot, their suspects, repairs and witnesses."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from nktrade.core.codes import Severity, Verdict
from nktrade.core.interval import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One way to make the figures agree: new values by claim id, and why it is likely."""

    values: tuple[tuple[str, Fraction], ...]
    kind: str
    """substitution, omission, transposition, insertion, scale, swap, sign ..., or implied."""
    probability: float | None
    residual: Fraction = Fraction(0)
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One instance of a check on a text's own claims, held or not."""

    id: str
    document: str
    check: str
    type: str
    """sum, diff, product, change_pct ...: the relation types of the JSON form."""
    args: tuple[tuple[str, tuple[str, ...]], ...]
    """Claim ids by role."""
    left: Interval | None
    right: Interval | None
    gap: Interval | None
    """Left less right at the printed digits."""
    holds: bool | None
    verdict: Verdict | None = None
    severity: Severity | None = None
    suspect: tuple[str, ...] = ()
    likely_value: Fraction | None = None
    repairs: tuple[Repair, ...] = ()
    explanation: str = ""
    surface: str | None = None
    """For what is no claim, a citation or a row that cannot be read: what is printed."""
    places: tuple[tuple[int, int], ...] = ()
    """Where rows that cannot be read stand in the text, the first first."""
    accepted: str | None = None
    """Why a person lets it stand; None where nobody does."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that takes part, in the order of the roles."""
        return tuple(dict.fromkeys(claim for _, group in self.args for claim in group))

    def __repr__(self) -> str:
        stands = self.severity or ("holds" if self.holds else "not decided")
        return f"Relation({self.id} in {self.document}: {self.check} of {', '.join(self.claims)}: {stands})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One row of a baseline: which it is, who counted, who printed it, when and where."""

    row: str
    compiler: str
    origin: str
    as_of: date | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A baseline row held against a claim."""

    claim: str
    document: str
    against: str
    low: Fraction | None
    high: Fraction | None
    """None where the row has no such end: "more than 2 billion"."""
    as_of: date | None
    origins: int
    origin_names: tuple[str, ...]
    compiler: str
    holds: bool | None
    verdict: Verdict | None
    severity: Severity | None
    source: str
    likely_value: Fraction | None = None
    explanation: str = ""
    road: str = ""
    """How the number follows from other rows, where it is no row itself."""
    prints: tuple[Print, ...] = ()
    """The rows that it rests on."""
    accepted: str | None = None
    """Why a person lets it stand; None where nobody does."""

    def __repr__(self) -> str:
        stands = self.severity or ("holds" if self.holds else "not decided")
        said = f"{self.claim} in {self.document} against {self.against}"
        return f"Witness({said} of {self.as_of or 'no day'}: {stands})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A cited resolution held against the register."""

    document: str
    surface: str
    occurrence: int
    start: int
    end: int
    number: int
    number_ok: bool | None
    date_ok: bool | None
    likely_number: int | None = None
    explanation: str = ""

    def __repr__(self) -> str:
        doubt = f"likely {self.likely_number}" if self.likely_number else "in doubt"
        stands = doubt if False in {self.number_ok, self.date_ok} else "fits"
        return f"Reference({self.surface!r} in {self.document}: {stands})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """What follows for one cell from all that was read, printed or not."""

    document: str
    cell: str
    """The cell's key, readable: 'import CHN < PRK all 2018-06 USD'."""
    interval: Interval
    claims: tuple[str, ...]
    assumptions: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return (
            f"Implied({self.cell} in {self.document}: {self.interval} of {', '.join(self.claims)})"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SumsCounted:
    """How many sums of one kind a file of figures has, by what became of them."""

    check: str
    counts: tuple[tuple[str, int], ...]
    """Verdict of the sum (holds, parts exceed whole, parts fall short ...) to how many."""

    def __str__(self) -> str:
        said = ", ".join(
            f"{verdict} {count:,} {'time' if count == 1 else 'times'}"
            for verdict, count in self.counts
        )
        return f"{self.check}: {said}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """What was read of a file of figures, whose rows are too many to be told one by one."""

    format: str
    title: str
    read: int
    kept: int
    rejected: int
    unreadable: int = 0
    """Those of the rejected whose figure is lost, for it cannot be read."""
    sums: tuple[SumsCounted, ...] = ()

    def __repr__(self) -> str:
        return f"TableRead({self.format}: {self.read:,} read, {self.kept:,} kept, {self.rejected:,} rejected)"
