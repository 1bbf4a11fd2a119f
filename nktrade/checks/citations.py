"""Citations held against the register of resolutions: number, date, and what each restricts.

The slips are those of figures: digits exchanged, dropped or doubled. A number that the register
does not hold is not decided, unless what is said of it fits a near one and its own place in the row
refutes the date it is given: numbers follow each other in time.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from nktrade.checks.slips import is_slip
from nktrade.core.claims import Citation
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Reference, Relation
from nktrade.core.period import MONTHS, Period
from nktrade.reference.measures import Resolution, measures, measures_of, resolutions, restricts

_DAY = timedelta(days=1)
_TERM = re.compile(r"(?P<count>\d+) (?P<unit>day|month|year)s?")
"""A term in digits: within 24 months. Deadlines are read in English alone."""
_MONTHS_IN = {"month": 1, "year": MONTHS}


def check_citations(citations: Iterable[Citation]) -> tuple[Reference, ...]:
    """Every citation with what the register says of its number and date."""
    seen: Counter[str] = Counter()
    found = []
    for citation in citations:
        seen[citation.surface] += 1
        found.append(_checked(citation, seen[citation.surface]))
    return tuple(found)


def as_relations(references: Iterable[Reference]) -> tuple[Relation, ...]:
    """The citations that cannot stand, as relations like any other."""
    return tuple(
        Relation(
            id=f"q{number}",
            document=one.document,
            check="citation",
            type="reference",
            args=(),
            left=None,
            right=None,
            gap=None,
            holds=False,
            verdict=Verdict.LOCATED,
            severity=Severity.ERROR,
            explanation=one.explanation,
            surface=one.surface,
        )
        for number, one in enumerate(references, start=1)
        if one.number_ok is False or one.date_ok is False
    )


def _checked(citation: Citation, occurrence: int) -> Reference:
    row = resolutions().get(citation.number)
    number_ok, date_ok, likely, words = _verdict(citation, row)
    return Reference(
        document=citation.document,
        surface=citation.surface,
        occurrence=occurrence,
        start=citation.start,
        end=citation.end,
        number=citation.number,
        number_ok=number_ok,
        date_ok=date_ok,
        likely_number=likely,
        explanation=words,
    )


def _verdict(
    citation: Citation, row: Resolution | None
) -> tuple[bool | None, bool | None, int | None, str]:
    if row is None:
        near = _near_fitting(citation)
        hint = f"; resolution {near} is near and fits what is said of it" if near else ""
        if near and citation.measures and (bound := _refuted_by(citation)):
            words = f"no resolution {citation.number} can be of {citation.adopted}: {bound}{hint}"
            return False, None, near, words
        return None, None, near, f"the register holds no resolution {citation.number}{hint}"
    if not row.is_dprk:
        return _look_alike(citation, row)
    fits = None if citation.adopted is None else _is_then(citation, row)
    if fits is not False:
        return True, fits, None, _measure_note(citation, row)
    other = _near_fitting(citation)
    if other is not None and citation.measures:
        words = f"what is said of it fits resolution {other} of {resolutions()[other].adopted}"
        return False, None, other, words
    words = f"the register has {row.number} adopted on {row.adopted}, the text {citation.adopted}"
    return True, False, None, words


def _refuted_by(citation: Citation) -> str:
    """The resolution whose number and day leave no room for this one's; empty where none does."""
    time = citation.adopted
    if time is None:
        return ""
    for row in resolutions().values():
        is_too_late = row.number > citation.number and time.first > row.adopted + _DAY
        is_too_early = row.number < citation.number and time.last + _DAY < row.adopted
        if is_too_late or is_too_early:
            return f"resolution {row.number} is of {row.adopted}"
    return ""


def _look_alike(
    citation: Citation, row: Resolution
) -> tuple[bool | None, bool | None, int | None, str]:
    """A number of another matter is wrong only where date or measure fit the one it resembles."""
    meant = resolutions().get(row.resembles) if row.resembles is not None else None
    if meant is None or not _fits(citation, meant):
        return None, None, row.resembles, f"resolution {row.number} is about {row.subject}"
    words = (
        f"resolution {row.number} is about {row.subject}; what is said of it fits "
        f"resolution {meant.number} of {meant.adopted}"
    )
    return False, None, meant.number, words


def _fits(citation: Citation, row: Resolution) -> bool:
    """Whether something is said of it and all of that is true of the row."""
    dated = citation.adopted is not None
    in_time = not dated or _is_then(citation, row)
    covered = [restricts(row.number, good) for good in citation.measures]
    return in_time and (any(covered) or (dated and not citation.measures))


def _is_then(citation: Citation, row: Resolution) -> bool:
    """Whether the day of adoption lies in the printed time; New York's day may be Seoul's next."""
    time = citation.adopted
    return time is None or (time.first <= row.adopted + _DAY and row.adopted <= time.last)


def _near_fitting(citation: Citation) -> int | None:
    """The one DPRK resolution whose number is a slip away and that fits what is said."""
    near = [
        row.number
        for row in resolutions().values()
        if row.is_dprk and is_slip(str(citation.number), str(row.number)) and _fits(citation, row)
    ]
    return near[0] if len(near) == 1 else None


def _measure_note(citation: Citation, row: Resolution) -> str:
    missing = [good for good in citation.measures if not restricts(row.number, good)]
    said = [
        f"the register finds no measure on {good} in resolution {row.number}{_elsewhere(good)}"
        for good in missing
    ]
    return "; ".join([*said, *_deadline_notes(citation, row)])


def _deadline_notes(citation: Citation, row: Resolution) -> Iterator[str]:
    """What the register says of a cited deadline; nothing where it holds none for that resolution."""
    known = [one for one in measures_of(row.number) if one.deadline is not None]
    if citation.deadline is None or not known:
        return
    due = _due(citation.deadline, row.adopted)
    own = " and ".join(f"{one.deadline} ({one.good}, paragraph {one.paragraph})" for one in known)
    if due is None:
        yield f'"{citation.deadline}": the register has {own}'
    elif any(abs((one.deadline or due) - due) <= _DAY for one in known):
        yield f'"{citation.deadline}" agrees with the register: {own}'
    else:
        yield f'"{citation.deadline}" would be {due}; the register has {own}'


def _due(said: str, adopted: date) -> date | None:
    """The day that a deadline in digits means, counted from the adoption; None where unclear."""
    counted = _TERM.search(said)
    if counted is None:
        return None
    count = int(counted["count"])
    if counted["unit"] == "day":
        return adopted + timedelta(days=count)
    return Period(adopted, adopted).shifted(count * _MONTHS_IN[counted["unit"]]).first


def _elsewhere(good: str) -> str:
    """Which paragraphs cover the goods, led by a comma; empty where none does."""
    found = dict.fromkeys(
        f"resolution {one.resolution}, paragraph {one.paragraph}"
        for one in measures()
        if one.covers(good)
    )
    return f", but in {' and '.join(found)}" if found else ""
