"""Pieces: stretches of written text with what they say, put together by adding."""

from dataclasses import dataclass, replace
from fractions import Fraction

from nktrade.core.claims import Citation, Claim
from nktrade.core.codes import Flow
from nktrade.testing.amounts import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A true claim, the exact number behind it, and the manner of its print."""

    claim: Claim
    truth: Fraction
    """Signed: a fall and a deficit are negative."""
    form: Form

    @property
    def start(self) -> int:
        """Where its surface begins."""
        return self.claim.figure.start

    def moved(self, offset: int) -> "Printed":
        """The same, so many characters later."""
        figure = self.claim.figure
        figure = replace(figure, start=figure.start + offset, end=figure.end + offset)
        return replace(self, claim=replace(self.claim, figure=figure))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Words without a figure that would make claims false if others stood there."""

    kind: str
    """direction or period."""
    start: int
    end: int
    false: str
    """What a careless writer might have put."""
    sentence: int
    flow: Flow | None = None
    """The flow whose direction the words give."""
    base: str | None = None
    shift: int = 0
    """By how many months the period that the false words name differs from the true one."""

    def moved(self, offset: int) -> "Turn":
        """The same, so many characters later."""
        return replace(self, start=self.start + offset, end=self.end + offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation with the places of its number and of its date."""

    citation: Citation
    date_start: int
    date_end: int
    date_form: str

    def moved(self, offset: int) -> "Cited":
        """The same, so many characters later."""
        one = self.citation
        return replace(
            self,
            citation=replace(one, start=one.start + offset, end=one.end + offset),
            date_start=self.date_start + offset,
            date_end=self.date_end + offset,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text; all places are counted from its beginning."""

    text: str = ""
    printed: tuple[Printed, ...] = ()
    turns: tuple[Turn, ...] = ()
    cited: tuple[Cited, ...] = ()

    def moved(self, offset: int) -> "Piece":
        """The same with every place so many characters later; the text stays."""
        return replace(
            self,
            printed=tuple(one.moved(offset) for one in self.printed),
            turns=tuple(one.moved(offset) for one in self.turns),
            cited=tuple(one.moved(offset) for one in self.cited),
        )


def joined(pieces: list[Piece]) -> Piece:
    """The pieces as one, in order."""
    offset, placed = 0, []
    for piece in pieces:
        says = piece.printed or piece.turns or piece.cited
        placed.append(piece.moved(offset) if offset and says else piece)
        offset += len(piece.text)
    return Piece(
        text="".join(piece.text for piece in pieces),
        printed=tuple(one for piece in placed for one in piece.printed),
        turns=tuple(one for piece in placed for one in piece.turns),
        cited=tuple(one for piece in placed for one in piece.cited),
    )
