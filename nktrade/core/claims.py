"""What reading finds: figures, claims, statements and citations, each with its exact place."""

from dataclasses import dataclass, field
from fractions import Fraction

from nktrade.core.amount import Amount
from nktrade.core.codes import Channel, Flow, Kind, Standing, Valuation
from nktrade.core.interval import Interval
from nktrade.core.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount with its unit and exact place in the text, nothing resolved."""

    document: str
    start: int
    end: int
    surface: str
    amount: Amount
    unit: str | None
    """Canonical printed unit: USD, CNY, t, kg, bbl, bbl/d, percent, percent_point, x, count, USD/t."""
    sign: str | None = None
    """'-' or '+' printed with the number itself (a minus mark, accounting brackets, a triangle)."""
    lexical: bool = False
    """Written without digits."""
    flags: tuple[str, ...] = ()
    """What is uncertain about it: 'ambiguous thousands', 'unreadable', 'misprinted numeral' ..."""

    def __repr__(self) -> str:
        return (
            f"Figure({self.surface!r} in {self.document} at {self.start}: {self.unit or 'no unit'})"
        )


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of one field that the text admits, with its probability."""

    field: str
    value: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An observation of a cell: a figure with its key, base and source.

    What is unknown is None and named in ``missing``; what comes from context and not from the words
    is named in ``inferred``.
    """

    id: str
    figure: Figure
    kind: Kind
    flow: Flow | None = None
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None
    period: Period | None = None
    when: str | None = None
    """The time told in a text that names no year and has no date line, as if in the year 4: 0004-07."""
    sign: str | None = None
    """'-' or '+' of a change or balance; '+' of a multiple says "by so many times", not "to"."""
    base: str | None = None
    """year_earlier, month_earlier, quarter_earlier, previous_year, since:2016, versus:WHAT."""
    source: tuple[str, ...] = ()
    """A chain, nearest first: ("Kyodo", "UN Panel of Experts")."""
    channel: Channel = Channel.UNKNOWN
    standing: Standing = Standing.OFFICIAL
    valuation: Valuation | None = None
    scope: str | None = None
    rate: str | None = None
    """per_year, per_month, per_day, per_shipment where the level is a rate."""
    share_of: str | None = None
    place: str | None = None
    route: str | None = None
    """How the goods went, or between which places: 'ship-to-ship', 'rail', 'Nampo > Huludao'."""
    actor: str | None = None
    doubt: str | None = None
    """The words of doubt that stand beside it."""
    version: str | None = None
    """What tells apart two amounts for one cell: 'first', 'revised', 'denied', or a compiler."""
    repeats: str | None = None
    """The claim of which this is the same figure printed again (headline, caption, lead)."""
    restates: str | None = None
    """The claim of which this is the same amount in another unit."""
    is_plain: bool = False
    """Whether every word of its sentence is known and none narrows what it tells: "border trade" is a part nobody listed."""
    sentence: int = 0
    clause: int = 0
    inferred: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    confidence: tuple[tuple[str, float], ...] = ()
    """The chance that each field was read right: the share of annotated texts where a field so found was."""
    trust: tuple[tuple[str, float], ...] = ()
    """What weighs doubt about a field: 0.98 it stands in the words, 0.9 in the clause, 0.8 in the text, 0.6 in none."""
    alternatives: tuple[Alternative, ...] = ()

    @property
    def amount(self) -> Amount:
        """The printed number."""
        return self.figure.amount

    @property
    def value(self) -> Fraction:
        """The printed number in base units, unsigned."""
        return self.figure.amount.value

    @property
    def is_hypothetical(self) -> bool:
        """Whether it is a forecast, a target or a supposition."""
        return self.standing in {Standing.FORECAST, Standing.HYPOTHETICAL}

    def __str__(self) -> str:
        pair = f"{self.reporter or '?'}>{self.partner or '?'}"
        return (
            f"{self.id} {self.figure.surface!r}: {self.kind} {self.flow or '?'} {pair} "
            f"{self.commodity or '?'} {self.period or '?'}"
        )

    def __repr__(self) -> str:
        return f"Claim({self})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One flow of one good between two sides, in whatever period."""

    flow: Flow | None = None
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim without a number: exports continue = (0, inf), trade has ceased = 0, dozens = [24, inf)."""

    id: str
    document: str
    start: int
    end: int
    surface: str
    interval: Interval
    says: str
    """continues, resumed, moved, ceased, banned, rose, fell, count; replaced, eased, overtook, led."""
    unit: str | None = None
    flow: Flow | None = None
    reporter: str | None = None
    partner: str | None = None
    commodity: str | None = None
    period: Period | None = None
    channel: Channel = Channel.UNKNOWN
    standing: Standing = Standing.ALLEGED
    source: tuple[str, ...] = ()
    place: str | None = None
    route: str | None = None
    actor: str | None = None
    is_current: bool = False
    """Whether, undated, it speaks of the day of the text: "exports continue", "trade has ceased"."""
    beside: Stream | None = None
    """The other flow of a comparison: what was replaced, made up for or overtaken."""
    inferred: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Statement({self.id} {self.surface!r} in {self.document}: {self.says})"

    @property
    def stream(self) -> Stream:
        """The flow that it speaks of."""
        return Stream(
            flow=self.flow,
            reporter=self.reporter,
            partner=self.partner,
            commodity=self.commodity,
        )

    @property
    def is_hypothetical(self) -> bool:
        """Whether it is a forecast, a target or a supposition."""
        return self.standing in {Standing.FORECAST, Standing.HYPOTHETICAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A numbered UN resolution named in the text, with what the text attaches to it."""

    document: str
    start: int
    end: int
    surface: str
    number: int
    adopted: Period | None = None
    """When the text says it was adopted."""
    measures: tuple[str, ...] = ()
    """Commodities or subjects that the text says it restricts."""
    deadline: str | None = None
    inferred: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Citation({self.surface!r} in {self.document} at {self.start}: {self.number})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Two printed amounts of which the text says that one is more than the other, in so many words."""

    document: str
    start: int
    end: int
    surface: str
    """The words: more than, well below."""
    more: int
    """Where the figure begins that is said to be the larger."""
    less: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one document."""

    document: str
    lang: str
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    orders: tuple[Order, ...] = ()
    unread: tuple[Figure, ...] = ()
    """Figures that could not become a claim: kept, with their place."""
    notes: tuple[str, ...] = field(default=())
    """Coverage: a table announced and absent, a passage in a language without a lexicon."""

    def __repr__(self) -> str:
        found = f"{len(self.claims)} claims, {len(self.statements)} statements"
        return f"Reading({self.document}: {found}, {len(self.citations)} citations)"
