"""One finding in full: where, what cannot hold and by how much, who is suspect, and why."""

import textwrap
from collections.abc import Callable, Sequence
from fractions import Fraction

from nktrade.core.claims import Claim
from nktrade.core.codes import Severity, Verdict
from nktrade.core.findings import Relation, Repair, Witness
from nktrade.core.interval import Interval
from nktrade.report import quantities, words
from nktrade.report.equation import equation
from nktrade.report.excerpt import excerpt, lines
from nktrade.report.finding import Finding
from nktrade.report.telling import Telling, telling
from nktrade.report.visible import on_one_line

Paint = Callable[[str, str], str]
"""A style's name and words to the words as they are printed."""
_NEXT = "; "
"""What stands between the sentences of an explanation."""
_LABEL = 11
"""Columns of the label to the left of each line."""
_EVEN = 0.5
_SUSPECTS = 8
"""So many suspects are named; JSON has all."""
_REPAIRS = 3
"""So many repairs are told; JSON has all."""
_SUMS_UP = {
    Verdict.TIE: "these figures cannot all be true; which one is wrong cannot be told",
    Verdict.CANNOT_LOCALISE: "these figures cannot all be true; where the error lies cannot be told",
    Verdict.ROUNDING: "these figures cannot all be true at the printed digits; a hedge or a cut-off "
    "digit would let them",
    Verdict.REVISION: "these figures differ as far as known revisions do",
    Verdict.GAP: "recorded and unrecorded trade, or unlike scopes, differ: a gap, not an error",
    Verdict.MISREADING: "these figures disagree unless the text is read another way",
    Verdict.NOT_DECIDED: "not decided: a rate or factor is missing",
}


def plain(_style: str, text: str) -> str:
    """The words without any style."""
    return text


PLAIN: Paint = plain
_SHADES = {"error": "1;31", "warning": "1;33", "note": "1;34", "title": "1"}
"""The terminal's own colours, so that they suit its ground: red, yellow, blue, bold."""


def coloured(style: str, text: str) -> str:
    """The words in the terminal's colour for a style."""
    return f"\x1b[{_SHADES[style]}m{text}\x1b[0m"


def explanation(finding: Finding, *, width: int = 96) -> str:
    """The finding as text without colour."""
    return "\n".join(explained(telling(finding), width=width))


def explained(tale: Telling, *, width: int = 96, paint: Paint = PLAIN) -> list[str]:
    """The finding, line by line: headline, place, excerpt, equation, suspect, repairs, baseline."""
    finding = tale.finding
    first, *more = _headlines(finding, width)
    name, _, title = first.partition(": ")
    printed = [f"{paint(finding.severity.value, name)}: {paint('title', title)}"]
    printed += [paint("title", line) for line in more]
    printed.append(f"  {on_one_line(finding.location)}")
    shown = excerpt(finding.book.checked.document, finding.spots, width=width - 12)
    printed += [f"  {line}" for line in lines(shown)]
    for label, said in told(tale):
        printed += [f"  {line}" for line in label_lines(label, said, width - 2)]
    return printed


def told(tale: Telling) -> list[tuple[str, list[str]]]:
    """What is said of a finding, as labels with their lines: the same in text and in HTML."""
    finding, entry = tale.finding, tale.finding.entry
    relation = entry if isinstance(entry, Relation) else None
    sections = [
        ("check", _check(finding)),
        ("also", [line for one in tale.also for line in _check(one)]),
        ("suspect", _suspects(finding.suspects) if relation else []),
        ("because", _because(relation, finding) if relation else []),
        (_sureness(tale), _likely(tale)),
        ("baseline", [_witness(one, finding) for one in tale.witnesses]),
    ]
    return [(label, said) for label, said in sections if said]


def headline(finding: Finding) -> str:
    """The finding in one line."""
    entry = finding.entry
    citation = finding.citation
    if citation is not None:
        likely = f"; likely {citation.likely_number}" if citation.likely_number else ""
        return f"{on_one_line(citation.surface)} does not fit the register of resolutions{likely}"
    if isinstance(entry, Witness):
        return (
            f"{_figure(finding.claims[0])} {_against(entry)}" if finding.claims else _against(entry)
        )
    if finding.cells or (finding.is_note_on_trade and entry.verdict is None):
        said = on_one_line(entry.explanation.partition(_NEXT)[0])
        return said or f"{entry.check}: {summed_up(entry)}"
    named = " and ".join(_figure(one) for one in finding.suspects)
    is_named = entry.severity is Severity.ERROR and named and entry.verdict not in _SUMS_UP
    return summed_up(entry) + (f"; likely wrong: {named}" if is_named else "")


def summed_up(relation: Relation) -> str:
    """What a relation comes to, in a few words that accuse no figure."""
    if relation.verdict in _SUMS_UP:
        return _SUMS_UP[relation.verdict]
    if relation.holds:
        return "these figures can all be true"
    if relation.verdict is None:
        return "a note on the trade, not an error of a figure"
    as_printed = " as they are printed" if relation.severity is Severity.WARNING else ""
    return f"these figures cannot all be true{as_printed}"


def _because(relation: Relation, finding: Finding) -> list[str]:
    """The sentences of the explanation, but for the one that is the headline."""
    claims = finding.book.claims
    said = [
        words.spoken(on_one_line(one), claims) for one in relation.explanation.split(_NEXT) if one
    ]
    is_note = finding.citation is None and relation.verdict is None and finding.is_note_on_trade
    is_headed = is_note or bool(finding.cells)
    return said[1:] if is_headed else said


def label_lines(label: str, said: list[str], width: int) -> list[str]:
    """The lines wrapped and hung beneath one label."""
    printed: list[str] = []
    for text in said:
        lead = f"{label if not printed else '':<{_LABEL}}"
        printed += textwrap.wrap(
            text,
            max(width, _LABEL + 20),
            initial_indent=lead,
            subsequent_indent=" " * (_LABEL + 2),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return printed


def _headlines(finding: Finding, width: int) -> list[str]:
    """The headline under its severity and id, wrapped."""
    text = f"{finding.severity.value.upper()} {finding.id}: {headline(finding)}"
    return textwrap.wrap(text, width, subsequent_indent="  ", break_on_hyphens=False)


def _check(finding: Finding) -> list[str]:
    relation = finding.entry
    if not isinstance(relation, Relation) or finding.is_note_on_trade:
        return []  # it has no equation to show: its explanation says why it stands
    said = equation(relation, finding.book.claims)
    return [f"{relation.check}: {said}"] if said else []


def _sureness(tale: Telling) -> str:
    """The label of the values: likely where the best stands at even odds or more."""
    best = next((one.probability for one in tale.repairs), None)
    return "perhaps" if best is not None and best < _EVEN else "likely"


def _likely(tale: Telling) -> list[str]:
    """The likely values: the best repairs with their chance and evidence, else the one value."""
    finding = tale.finding
    if tale.same_as:
        return [f"as for {tale.same_as}"]
    said: list[str] = []
    for one in _worth_telling(tale.repairs):
        first, *evidence = _repair(one, finding)
        said += [f"or {first}" if said else first, *evidence]
    if not said and finding.likely_value is not None and finding.suspects:
        said.append(_valued(finding.suspects[0], finding.likely_value))
    return said


def _worth_telling(repairs: Sequence[Repair]) -> list[Repair]:
    """The best repair, and the next ones that have a chance to speak of."""
    return [
        one
        for place, one in enumerate(repairs[:_REPAIRS])
        if place == 0 or one.probability is None or one.probability >= words.FINEST
    ]


def _repair(repair: Repair, finding: Finding) -> list[str]:
    claims = finding.book.claims
    values = " and ".join(
        _valued(claims[one], value) for one, value in repair.values if one in claims
    )
    said = [] if repair.evidence else [repair.kind.replace("_", " ")]
    if repair.probability is not None:
        said.append(words.chance(repair.probability))
    if repair.residual and repair.values[0][0] in claims:
        unit = claims[repair.values[0][0]].figure.unit
        said.append(f"misses by {quantities.quantity(abs(repair.residual), unit)}")
    grounds = f" ({'; '.join(said)})" if said else ""
    return [
        f"{values}{grounds}",
        *(f"- {words.spoken(on_one_line(one), claims)}" for one in repair.evidence),
    ]


def _valued(claim: Claim, value: Fraction) -> str:
    """The value with the claim it belongs to."""
    return f"{quantities.quantity(value, claim.figure.unit)} for {_figure(claim)}"


def _figure(claim: Claim) -> str:
    return f"{words.flow(claim)} {words.quoted(claim.figure.surface)}"


def _named(claim: Claim) -> str:
    return f"{claim.id} {words.quoted(claim.figure.surface)}: {words.subject(claim)}"


def _suspects(claims: Sequence[Claim]) -> list[str]:
    """Each suspect; of many, the first and how many more."""
    rest = len(claims) - _SUSPECTS
    return [
        *map(_named, claims[:_SUSPECTS]),
        *([f"and {words.counted(rest, 'other')}"] if rest > 0 else []),
    ]


def _witness(row: Witness, finding: Finding) -> str:
    claim = finding.book.claims.get(row.claim)
    about = f"{words.quoted(claim.figure.surface)}: {words.flow(claim)}" if claim else row.claim
    unit = claim.figure.unit if claim else None
    value = quantities.about(Interval(row.low, row.high), unit)
    return f"{about} {value} {_origin(row)} ({_standing(row)})"


def _origin(row: Witness) -> str:
    """Where a baseline value comes from: a print, or a road over other prints."""
    road = "" if row.compiler else words.periods_spelled(on_one_line(row.source))
    whence = f"by another road, {road}" if road else f"in {row.against}"
    return ", ".join(filter(None, (whence, reported(row))))


def _standing(row: Witness) -> str:
    """Whether the value agrees with the claim, and where that is not judged, why."""
    if row.holds:
        return "agrees"
    is_open = row.verdict is Verdict.NOT_DECIDED
    open_ = f"{'' if is_open else 'a '}{row.verdict}" if row.verdict else "for comparison"
    named = "cannot agree" if row.holds is False else open_
    why = words.periods_spelled(on_one_line(row.explanation))
    return f"{named}: {why}" if why else named


def reported(row: Witness) -> str:
    """Who printed a baseline row: 'reported by Reuters, 2018-07-23'; one origin needs no count."""
    names = ", ".join(row.origin_names) or row.source
    when = f", {row.as_of}" if row.as_of else ""
    if not names:
        return when.removeprefix(", ")
    origins = f"; {row.origins or 'no'} independent origins" if row.origins != 1 else ""
    return f"reported by {on_one_line(names)}{when}{origins}"


def _against(row: Witness) -> str:
    base = row.against
    sentences: dict[Severity | Verdict | None, str] = {
        Verdict.REVISION: f"differs from {base} as far as known revisions do",
        Verdict.MISREADING: f"differs from {base}, if this is what the text means",
        Verdict.NOT_DECIDED: f"differs from another count in {base}, and neither is judged",
        Severity.ERROR: f"cannot be true together with what {base} has in print",
        Severity.WARNING: f"cannot be true as printed together with what {base} has",
    }
    apart = f"does not go with what {base} has of other times"
    is_told = row.road and row.severity is Severity.NOTE
    beside = sentences.get(row.severity, apart if is_told else f"is shown beside {base}")
    return sentences.get(row.verdict, beside)
