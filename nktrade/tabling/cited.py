"""Cited rows: the figures of a customs file that something is said of, as claims at their places in an excerpt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from operator import itemgetter
from pathlib import Path

import pandas as pd

from nktrade.core.claims import Claim
from nktrade.core.documents import CustomsFile, Document
from nktrade.customs.customs import Customs, as_ledger, claim_name
from nktrade.customs.engines import rows_of
from nktrade.customs.excerpts import Excerpt, Place, Wanted, excerpt
from nktrade.customs.stored import Stored

Key = tuple[int, str]
"""Row of the customs frame, and measure."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cited:
    """The rows of one file that findings may speak of."""

    document: Document
    claims: Mapping[Key, Claim]

    @classmethod
    def of(
        cls,
        file: CustomsFile,
        customs: Customs | Stored,
        title: str,
        figures: Iterable[Key],
        lines: Iterable[int] = (),
    ) -> "Cited":
        """The figures in the order of the file, named c1, c2, ... as those of a text are.

        Rows on other lines stand in the excerpt and have no claim.
        """
        wanted = pd.DataFrame(sorted(set(figures)), columns=["row", "measure"])
        frame = rows_of(customs, wanted["row"]).set_index("row", drop=False)
        chosen = {
            str(name): frame.loc[rows["row"].to_numpy()] for name, rows in wanted.groupby("measure")
        }
        places = dict(sorted(_wanted(chosen), key=itemgetter(0)))
        shown = excerpt(file, places.values(), lines)
        document = _document(file, title, shown)
        rows = {one.id: one for one in as_ledger(chosen).claims()} if chosen else {}
        claims = {}
        for number, key in enumerate(places, start=1):
            if (plain := rows.get(claim_name(*key))) is not None:
                spot = shown.places.get(places[key]) or _row(shown, places[key].line)
                claims[key] = _claim(plain, f"c{number}", document, spot)
        return cls(document=document, claims=claims)


def _wanted(chosen: Mapping[str, pd.DataFrame]) -> Iterator[tuple[Key, Wanted]]:
    """Every figure with what it is found by in the file."""
    for name, rows in chosen.items():
        steps = rows[name] / rows[f"{name}_step"].where(rows[f"{name}_step"] > 0, 1.0)
        for row, line, count in zip(rows["row"], rows["line"], steps, strict=True):
            yield (int(row), name), Wanted(line=int(line), field=name, steps=float(count))


def _document(file: CustomsFile, title: str, shown: Excerpt) -> Document:
    return Document(
        id=file.id,
        text=shown.text,
        file=file.file,
        sha256=_hash(file),
        title=title,
        line_starts=shown.line_starts,
    )


def _hash(file: CustomsFile) -> str:
    if file.data is not None:
        return sha256(file.data).hexdigest()
    with Path(file.file).open("rb") as stream:
        return file_digest(stream, sha256).hexdigest()


def _row(shown: Excerpt, line: int) -> Place:
    """The whole row, where no cell has the figure's digits."""
    start = shown.line_starts[line - 1]
    return Place(start=start, end=max(shown.text.find("\n", start), start))


def _claim(plain: Claim, name: str, document: Document, spot: Place) -> Claim:
    figure = replace(
        plain.figure,
        document=document.id,
        start=spot.start,
        end=spot.end,
        surface=document.text[spot.start : spot.end],
    )
    return replace(plain, id=name, figure=figure)
