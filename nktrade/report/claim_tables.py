"""Claims and relations of one document as HTML tables, the unit in the header."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nktrade.core.claims import Claim
from nktrade.core.codes import Approx
from nktrade.core.interval import End
from nktrade.report import quantities
from nktrade.report import words as wording
from nktrade.report.casebook import MARK_WORDS, Casebook
from nktrade.report.equation import equation
from nktrade.report.markup import Child, Html, element, together
from nktrade.report.visible import on_one_line

_NUMERIC = "number"
_NUMBERS = range(3, 6)
"""The columns of a table of claims that hold numbers."""


def claim_tables(book: Casebook, prefix: str, *, most: int | None = None) -> Html:
    """One table per unit, in the order in which the units appear in the text."""
    claims = book.checked.reading.claims
    groups: defaultdict[str | None, list[Claim]] = defaultdict(list)
    for claim in claims[:most]:
        groups[claim.figure.unit].append(claim)
    if not groups:
        return element("p", "No claim was read.", class_="soft")
    rest = len(claims) - sum(map(len, groups.values()))
    more = f"and {rest:,} more: see report.claims" if rest else ""
    tables = [_claims(book, prefix, unit, group) for unit, group in groups.items()]
    return together([*tables, element("p", more, class_="soft")])


def relation_table(book: Casebook, prefix: str) -> Html:
    """Every relation with its numbers, so that a reader sees what was covered."""
    relations = book.checked.relations
    if not relations:
        return element("p", "No two figures could be held against each other.", class_="soft")
    names = ("Relation", "Check", "Numbers", "Stands")
    rows = [
        element(
            "tr",
            _cell(names[0], one.id, name="th", scope="row"),
            _cell(names[1], one.check),
            _cell(names[2], equation(one, book.claims) or on_one_line(one.surface or "")),
            _cell(names[3], _stands(one.holds, one.severity)),
            id=f"{prefix}{one.id}",
        )
        for one in relations
    ]
    return _table("Relations", names, rows, class_="scroll")


def _claims(book: Casebook, prefix: str, unit: str | None, claims: Sequence[Claim]) -> Html:
    scale = quantities.scale_of([sorted(claim.value for claim in claims)[len(claims) // 2]])
    worth = scale.unit(unit) or "count"
    names = ("Claim", "As printed", "About", worth, "Printed interval", "Sureness", "Stands")
    rows = [_claim(book, prefix, claim, scale, names) for claim in claims]
    title = f"Figures in {worth}" if scale.unit(unit) else "Counts"
    return _table(title, names, rows, class_="scroll claims")


def _claim(
    book: Casebook, prefix: str, claim: Claim, scale: quantities.Scale, names: Sequence[str]
) -> Html:
    mark, printed = book.mark(claim), claim.amount.printed
    sure = min((value for _, value in claim.confidence), default=None)
    link = element("a", on_one_line(claim.figure.surface), href=f"#{prefix}figure-{claim.id}")
    hedge = "" if claim.amount.approx is Approx.EXACT else f" ({_spelled(claim.amount.approx)})"
    ends = f"{_end(printed.low, scale)} to {_end(printed.high, scale)}"
    return element(
        "tr",
        _cell(names[0], claim.id, name="th", scope="row"),
        _cell(names[1], link, hedge),
        _cell(names[2], _about(claim)),
        _cell(names[3], quantities.digits(claim.value, scale), class_=_NUMERIC),
        _cell(names[4], ends, class_=_NUMERIC),
        _cell(names[5], "" if sure is None else f"{sure:.2f}", class_=_NUMERIC),
        _cell(names[6], MARK_WORDS[mark], class_=f"state {mark}"),
        id=f"{prefix}{claim.id}",
    )


def _about(claim: Claim) -> str:
    unsure = f"; from context: {', '.join(claim.inferred)}" if claim.inferred else ""
    missing = f"; not said: {', '.join(claim.missing)}" if claim.missing else ""
    falls = {"-": ", a fall", "+": ", a rise"}.get(claim.sign or "", "") if claim.base else ""
    return f"{wording.subject(claim)}{falls}{unsure}{missing}"


def _stands(holds: bool | None, severity: str | None) -> str:  # noqa: FBT001 - private
    return "holds" if holds else severity or "not decided"


def _spelled(word: str) -> str:
    return word.replace("_", " ")


def _end(end: End, scale: quantities.Scale) -> str:
    return "open" if end is None else quantities.digits(end, scale)


def _cell(label: str, *children: Child, name: str = "td", **attributes: str) -> Html:
    return element(name, element("span", *children), data_label=label, **attributes)


def _table(title: str, names: Iterable[str], rows: Iterable[Html], *, class_: str) -> Html:
    """A table that scrolls by itself where it is too wide, reachable by keyboard."""
    numeric = _NUMBERS if "claims" in class_ else ()
    head = [
        element("th", name, scope="col", class_=_NUMERIC if place in numeric else None)
        for place, name in enumerate(names)
    ]
    table = element(
        "table",
        element("caption", title),
        element("thead", element("tr", *head)),
        element("tbody", *rows),
    )
    return element("div", table, class_=class_, role="region", aria_label=title, tabindex="0")
