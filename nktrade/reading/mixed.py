"""Mixed: the readings of one document in several languages, as one reading."""

from collections.abc import Sequence
from dataclasses import replace

from nktrade.core.claims import Claim, Reading
from nktrade.core.documents import Document


def together(document: Document, read_in: Sequence[Reading], notes: tuple[str, ...]) -> Reading:
    """One reading, in order of place, with every name given anew; its language is the one of most claims."""
    main = max(read_in, key=lambda one: (len(one.claims), len(one.statements), len(one.citations)))
    statements = sorted((each for one in read_in for each in one.statements), key=_place)
    return Reading(
        document=document.id,
        lang=main.lang,
        claims=_renamed(read_in),
        statements=tuple(replace(one, id=f"s{index}") for index, one in enumerate(statements, 1)),
        citations=tuple(sorted((each for one in read_in for each in one.citations), key=_place)),
        orders=tuple(sorted((each for one in read_in for each in one.orders), key=_place)),
        unread=tuple(sorted((each for one in read_in for each in one.unread), key=_place)),
        notes=tuple(dict.fromkeys((*notes, *(each for one in read_in for each in one.notes)))),
    )


def _place(one: object) -> tuple[int, int]:
    return one.start, one.end  # type: ignore[attr-defined]  # records with a place


def _renamed(read_in: Sequence[Reading]) -> tuple[Claim, ...]:
    rows = sorted(
        (
            (each.figure.start, number, each)
            for number, one in enumerate(read_in)
            for each in one.claims
        ),
        key=lambda row: row[:2],
    )
    names = {(number, one.id): f"c{index}" for index, (_, number, one) in enumerate(rows, 1)}
    return tuple(
        replace(
            one,
            id=names[number, one.id],
            repeats=names.get((number, one.repeats or "")),
            restates=names.get((number, one.restates or "")),
        )
        for _, number, one in rows
    )
