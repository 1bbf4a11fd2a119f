"""Caps: how much of a limit an amount uses, and a limit that is printed otherwise than it was set.

An amount above a cap is a finding about trade. A cap misprinted is a misprint, but only where the
text leaves nothing open: another limit, of other goods or another year, may be meant.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from nktrade.checks.choices import NEAR
from nktrade.checks.slips import is_slip
from nktrade.checks.viewpoint import direction, in_unit, is_trade, named, percent, shown
from nktrade.core.claims import Claim, Reading
from nktrade.core.codes import Approx, Flow, Kind, Severity, Verdict
from nktrade.core.findings import Relation, Repair
from nktrade.core.interval import Interval
from nktrade.core.period import Period
from nktrade.reference.measures import Measure, measures

_USE = "use of the cap"
_PRINT = "cap as set"
_UNITED_NATIONS = ("UN ", "United Nations", "Security Council")


def limits(reading: Reading, published: date | None) -> tuple[Relation, ...]:
    """Every amount held against its cap, and every printed cap held against the register."""
    caps = [one for one in reading.claims if one.kind is Kind.CAP and one.repeats is None]
    return (
        *(found for one in caps for found in _as_set(one, reading, published)),
        *(found for one in reading.claims for found in _uses(one, caps)),
        *(found for one in reading.claims for found in _multiples(one, caps)),
    )


def allowances(
    commodity: str, flow: Flow, when: Period
) -> Iterator[tuple[Measure, Fraction, str, Period]]:
    """The caps that trade of a period counts against: measure, cap, its unit, the year of the cap.

    The flow is North Korea's. A period across two years of a cap counts in that of its middle day.
    """
    middle = date.fromordinal((when.first.toordinal() + when.last.toordinal()) // 2)
    for measure in measures():
        year = measure.allowance(middle)
        if year is None or measure.flow != flow or not measure.covers(commodity):
            continue
        if when.month_count <= year.month_count:
            for cap, unit in caps_of(measure):
                yield measure, cap, unit, year


def caps_of(measure: Measure) -> tuple[tuple[Fraction, str], ...]:
    """The one or two caps that a measure sets, each with its unit."""
    pairs = ((measure.cap, measure.cap_unit), (measure.other_cap, measure.other_cap_unit))
    return tuple((cap, unit) for cap, unit in pairs if cap is not None and unit is not None)


def _uses(claim: Claim, caps: list[Claim]) -> Iterator[Relation]:
    """The amount beside each cap that has its unit; barrels and tonnes where no other has."""
    if claim.kind is not Kind.LEVEL or not is_trade(claim):
        return
    flow, when = direction(claim), claim.period
    if flow is None or when is None or claim.commodity is None:
        return
    held = allowances(claim.commodity, flow, when)
    known = [(one, in_unit(claim, one[2])) for one in held]
    every = [(one, used) for one, used in known if used is not None]
    own = [(one, used) for one, used in every if one[2] == claim.figure.unit]
    for (measure, cap, unit, year), used in own or every:
        share = percent(used, cap)
        words = (
            f"{named([claim])} is {_span(share)} of the cap of {_whole(cap)} {unit} for {year}: "
            f"{measure}"
        )
        if unit != claim.figure.unit:
            words += "; tonnes and barrels by the range of the product's sourced densities"
        beside = _printed_cap(measure, caps)
        args = (("part", (claim.id,)), *((("whole", (beside.id,)),) if beside else ()))
        yield _beside_cap(claim, args, used, cap, words)


def _multiples(claim: Claim, caps: list[Claim]) -> Iterator[Relation]:
    """A multiple of a cap that stands beside it: "several times over"."""
    if claim.kind is not Kind.RATIO or claim.repeats is not None or claim.is_hypothetical:
        return
    for cap in caps:
        if cap.commodity != claim.commodity or abs(cap.sentence - claim.sentence) > NEAR:
            continue
        times = multiple(claim)
        words = f"{named([claim])} is {_span(times.scaled(100))} of the cap {shown(cap)}"
        args = (("part", (claim.id,)), ("whole", (cap.id,)))
        used = set_at(cap) * times
        yield _beside_cap(claim, args, used, cap.value, words)


def set_at(cap: Claim) -> Interval:
    """What a printed limit allows: a limit is set to the digit, unless its print is hedged."""
    is_exact = cap.amount.approx is Approx.EXACT
    return Interval.point(cap.value) if is_exact else cap.amount.printed


def multiple(claim: Claim) -> Interval:
    """How many times; a number in words such as "several" has no upper end.

    A plus says "by so many times", which is once more.
    """
    printed = claim.amount.printed
    times = Interval(printed.low, None) if claim.figure.lexical else printed
    return times + Interval.point(1) if claim.sign == "+" else times


def _beside_cap(
    claim: Claim,
    args: tuple[tuple[str, tuple[str, ...]], ...],
    used: Interval,
    cap: Fraction,
    words: str,
) -> Relation:
    is_within = used.high is not None and used.high <= cap
    limit = Interval.point(cap)
    return Relation(
        id="",
        document=claim.figure.document,
        check=_USE,
        type="greater",
        args=args,
        left=used,
        right=limit,
        gap=used - limit,
        holds=True if is_within else None,
        severity=None if is_within else Severity.NOTE,
        explanation=words,
    )


def _printed_cap(measure: Measure, caps: list[Claim]) -> Claim | None:
    """The text's own print of a cap."""
    return next(
        (one for one in caps if any(_agrees(one, *each) for each in caps_of(measure))), None
    )


def _agrees(claim: Claim, cap: Fraction, unit: str) -> bool:
    printed = in_unit(claim, unit, widest=True)
    return printed is not None and cap in printed


def _as_set(claim: Claim, reading: Reading, published: date | None) -> Iterator[Relation]:
    """A printed cap held against those of its goods; silent where the register has none."""
    own = [one for one in measures() if _is_for(one, claim)]
    known = [(one, *each) for one in own for each in caps_of(one) if in_unit(claim, each[1])]
    if not known:
        return
    agreeing = [one for one in known if _agrees(claim, *one[1:])]
    measure, cap, unit = _nearest(agreeing or known, claim, published)
    printed, limit = in_unit(claim, unit) or claim.amount.printed, Interval.point(cap)
    found = Relation(
        id="",
        document=claim.figure.document,
        check=_PRINT,
        type="fact",
        args=(("claims", (claim.id,)),),
        left=printed,
        right=limit,
        gap=printed - limit,
        holds=True,
        explanation=f"{measure}: {_whole(cap)} {unit}",
    )
    if _agrees(claim, cap, unit):
        yield found
    else:
        yield _unlike(found, claim, cap, unit, doubt=_doubt(claim, measure, cap, unit, reading))


def _unlike(found: Relation, claim: Claim, cap: Fraction, unit: str, *, doubt: str) -> Relation:
    """A misprint, or where anything is left open, no more than a possible misreading."""
    words = f"the register has {found.explanation}"
    known = {name: getattr(found, name) for name in ("id", "document", "check", "type", "args")}
    known |= {name: getattr(found, name) for name in ("left", "right", "gap")}
    if doubt:
        return Relation(
            **known,
            holds=None,
            verdict=Verdict.MISREADING,
            severity=Severity.NOTE,
            explanation=f"{words}; another limit may be meant: {doubt}",
        )
    repair = Repair(
        values=((claim.id, cap),),
        kind="scale" if _is_shifted(claim.value, cap) else "substitution",
        probability=None,
        evidence=(f"one slip away from {_whole(cap)} {unit}",),
    )
    return Relation(
        **known,
        holds=False,
        verdict=Verdict.LOCATED,
        severity=Severity.ERROR,
        suspect=(claim.id,),
        likely_value=cap,
        repairs=(repair,),
        explanation=words,
    )


def _doubt(claim: Claim, measure: Measure, cap: Fraction, unit: str, reading: Reading) -> str:
    """What the text leaves open about the limit that it means; empty where it is explicit."""
    inferred = {"flow", "commodity", "period", "kind"} & set(claim.inferred)
    cited = {one.number for one in reading.citations} | {0}
    is_united_nations = any(word in " ".join(claim.source) for word in _UNITED_NATIONS)
    is_yearly = claim.rate == "per_year" or (
        claim.period is not None and claim.period == measure.allowance(claim.period.first)
    )
    reasons = (
        (inferred, f"{' and '.join(sorted(inferred))} stand not in the words"),
        (not is_yearly, "no year is said"),
        (claim.figure.unit != unit, f"the register has it in {unit}"),
        (claim.amount.approx is not Approx.EXACT, "the figure is hedged"),
        (claim.is_hypothetical, "it is a forecast or a supposition"),
        (measure.resolution not in cited and not is_united_nations, "the UN is not named for it"),
        (not _is_slip(claim.value, cap), "it is no slip of a digit away"),
    )
    return next((words for is_open, words in reasons if is_open), "")


def _is_slip(printed: Fraction, meant: Fraction) -> bool:
    """Whether one digit or the place of the point tells the two apart."""
    return _is_shifted(printed, meant) or is_slip(str(round(printed)), str(round(meant)))


def _is_shifted(printed: Fraction, meant: Fraction) -> bool:
    """Whether the two have the same digits, the point in another place."""
    first, second = (str(round(one)).rstrip("0") for one in (printed, meant))
    return first == second


def _nearest(
    known: list[tuple[Measure, Fraction, str]], claim: Claim, published: date | None
) -> tuple[Measure, Fraction, str]:
    """The cap in force on the day that the claim speaks of, else the last one set."""
    day = claim.period.first if claim.period else published
    own = [one for one in known if one[2] == claim.figure.unit] or known
    then = [one for one in own if day is not None and one[0].binds(day)]
    return (then or own)[-1]


def _is_for(measure: Measure, claim: Claim) -> bool:
    flow = direction(claim)
    is_known = flow is not None and claim.commodity is not None
    return is_known and measure.flow == flow and measure.covers(claim.commodity or "")


def _span(share: Interval) -> str:
    """Percent in whole numbers, rounded outward, for no cap is used to the digit."""
    low = 0 if share.low is None else int(share.low)
    if share.high is None:
        return f"at least {low:,} percent"
    high = -int(-share.high // 1)
    return f"{low:,} percent" if low == high else f"{low:,} to {high:,} percent"


def _whole(cap: Fraction) -> str:
    return f"{round(cap):,}"
