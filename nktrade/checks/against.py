"""Claims against baselines: whether a claim can be what others printed for the same cell.

A claim is judged by the vintage of its own compiler that is nearest to its document; others are
shown as vintages. Who counted something else, or later, accuses nobody.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import prod

from nktrade.checks.prints import Vintage
from nktrade.core.claims import Claim
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Witness
from nktrade.core.interval import Interval
from nktrade.ledger.vintages import known_revision
from nktrade.reference.compilers import compiler

_FIRST_PRINT = timedelta(days=60)
"""What is printed so soon after the period's end is a first print; later ones may be revised."""
ANOTHER = Fraction(3, 2)
"""No office is known to have revised a number by more than half; what lies further off is another one."""
_MONTH = 30
_SURE = 0.5
"""Below this chance that all of its key is read right, a claim accuses nobody's rows."""
_KEY = ("flow", "period", "commodity", "reporter", "partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A claim as it is held against a baseline."""

    claim: Claim
    printed: Interval
    """In canonical units, with the sign of its words."""
    widest: Interval
    published: date | None
    elsewhere: Callable[[], str]
    """Finds the other cell for which others printed the same amount, in words."""
    borne_out: Callable[[], str]
    """Finds the cells whose printed levels make a change what it is said to be, in words."""

    @property
    def compiler(self) -> str | None:
        """Who counted, by the claim's own words."""
        return counted_by(self.claim)


@dataclass(frozen=True, slots=True)
class _Judgement:
    holds: bool | None
    verdict: Verdict | None = None
    severity: Severity | None = None
    words: str = ""


def counted_by(claim: Claim) -> str | None:
    """Who counted, by the claim's own words; None where nobody is named."""
    if not claim.source:
        return None
    known = compiler(claim.source[-1])
    return known.name if known else claim.source[-1]


def hold(held: Held, found: Sequence[Vintage], against: str) -> tuple[Witness, ...]:
    """One entry per vintage: where none agrees the nearest judges; the others are shown."""
    if not found:
        return ()
    agrees = any(one.interval.meets(held.printed) for one in found)
    judge = None if agrees else nearest(held, found)
    return tuple(
        _entry(held, one, against, _judged(held, one) if one is judge else _shown(held, one))
        for one in found
    )


def _entry(held: Held, one: Vintage, against: str, judgement: _Judgement) -> Witness:
    return Witness(
        claim=held.claim.id,
        document=held.claim.figure.document,
        against=against,
        low=one.interval.low,
        high=one.interval.high,
        as_of=one.as_of,
        origins=len(one.origins),
        origin_names=one.origins,
        compiler=one.rows[0].compiler,
        holds=judgement.holds,
        verdict=judgement.verdict,
        severity=judgement.severity,
        source=one.rows[0].source,
        explanation=judgement.words,
        prints=tuple(row.told for row in one.rows),
    )


def nearest(held: Held, found: Sequence[Vintage]) -> Vintage:
    """The vintage of the claim's own compiler whose printing is nearest to the document's."""

    def rank(one: Vintage) -> tuple[bool, int, date]:
        same = any(row.compiler == held.compiler for row in one.rows)
        then = held.published
        days = [abs((row.as_of - then).days) for row in one.rows if row.as_of and then]
        return (not same, min(days, default=0), one.as_of or date.max)

    return min(found, key=rank)


def _shown(held: Held, one: Vintage) -> _Judgement:
    """Beside a judge or a vintage that agrees, the others say no more of the claim than that they differ."""
    if held.printed.meets(one.interval):
        return _Judgement(holds=True)
    if _is_within_revisions(held, one) or _is_later(held, one):
        return _Judgement(None, Verdict.REVISION, Severity.NOTE, "another vintage of this number")
    return _Judgement(None, Verdict.NOT_DECIDED, None, "another print of this number")


def _judged(held: Held, one: Vintage) -> _Judgement:
    """The first of these that is so, from the mildest to an error."""
    same = any(row.compiler == held.compiler for row in one.rows)
    if _is_within_revisions(held, one) and not (same and _are_first_prints(held, one)):
        words = "no more than known revisions differ"
        return _Judgement(None, Verdict.REVISION, Severity.NOTE, words)
    if not same:
        words = "another compiler's count"
        return _Judgement(None, Verdict.NOT_DECIDED, Severity.NOTE, words)
    if doubt := _doubt(held):
        return _Judgement(None, Verdict.MISREADING, Severity.NOTE, doubt)
    if levels := held.borne_out():
        words = f"levels in print bear it out: {levels}"
        return _Judgement(None, Verdict.NOT_DECIDED, Severity.NOTE, words)
    is_rounding = held.widest.meets(one.interval)
    severity = Severity.WARNING if is_rounding or not one.origins else Severity.ERROR
    return _Judgement(
        holds=False,
        verdict=Verdict.ROUNDING if is_rounding else Verdict.LOCATED,
        severity=severity,
        words="agrees only at a wider reading" if is_rounding else "",
    )


def _doubt(held: Held) -> str:
    """Why the claim may not speak of this cell; empty where its words say that it does."""
    if other := held.elsewhere():
        return f"the same amount was printed for {other}"
    sure = _sure(held.claim)
    if is_sure(held.claim):
        return ""
    least = min(sure, key=lambda name: sure[name])
    return f"the words around it do not say its {least}"


def is_sure(claim: Claim) -> bool:
    """Whether all of its key is likely read right."""
    return prod(_sure(claim).values()) >= _SURE


def _sure(claim: Claim) -> dict[str, float]:
    return {name: how for name, how in claim.trust if name in _KEY}


def _are_first_prints(held: Held, one: Vintage) -> bool:
    """Whether row and document were both printed before anybody revised the number."""
    if one.as_of is None or held.published is None or held.claim.period is None:
        return False
    return max(one.as_of, held.published) <= held.claim.period.last + _FIRST_PRINT


def _is_later(held: Held, one: Vintage) -> bool:
    """Whether it was printed after the document, when first prints were over, and is of its size."""
    period = held.claim.period
    if one.as_of is None or held.published is None or period is None:
        return False
    is_like = (held.printed * Interval(1 / ANOTHER, ANOTHER)).meets(one.interval)
    return is_like and one.as_of > max(held.published, period.last + _FIRST_PRINT)


def _is_within_revisions(held: Held, one: Vintage) -> bool:
    then, own = one.as_of, held.published
    months = None if then is None or own is None else abs((own - then).days) // _MONTH
    share = known_revision(held.compiler or "", one.rows[0].compiler, months)
    return share is not None and (held.printed * Interval(1 - share, 1 + share)).meets(one.interval)
