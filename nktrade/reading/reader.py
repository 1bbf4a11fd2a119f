"""Reading: a document becomes claims, statements and citations, each with its exact place."""

from fractions import Fraction

from nktrade.core.claims import Claim, Figure, Reading
from nktrade.core.codes import Channel, Flow, Kind, Standing
from nktrade.core.documents import Document
from nktrade.reading.binding import Draft, Reader
from nktrade.reading.clauses import filled
from nktrade.reading.discourse import Setting, State
from nktrade.reading.figures import spots
from nktrade.reading.lexicon import Lexicon, lexicon
from nktrade.reading.periods import Anchor
from nktrade.reading.words import mentions

_FLAT = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u2013": "-",
        "\u2012": "-",
        "\u2011": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\r": " ",
        "\u201c": '"',
        "\u201d": '"',
    }
)
_TRUST = {"words": 0.95, "clause": 0.88, "text": 0.75}


def read(document: Document, *, priors: bool = True) -> Reading:
    """Everything that a document says in figures about trade."""
    words = lexicon(document.lang or "en")
    text = document.text.translate(_FLAT)
    found = mentions(text, words)
    figures = spots(text, found, words)
    state = State()
    setting = Setting(is_north=_is_north(found), priors=priors)
    drafts: list[tuple[Draft, int]] = []
    for sentence in filled(text, words, found, figures):
        anchor = Anchor(document.date, state.year, state.reporter.value, state.period)
        limits = any(one.role in {"cap", "resolution"} for one in sentence.items)
        own, state = Reader(
            text=text,
            sentence=sentence,
            spots=figures,
            lexicon=words,
            state=state,
            setting=setting._replace(limits=limits),
            anchor=anchor,
        ).drafts()
        drafts += [(one, sentence.number) for one in own]
    claims = [
        _claim(document, one, number, f"c{index}")
        for index, (one, number) in enumerate(
            [
                pair
                for pair in drafts
                if pair[0].sort.kind
                and not pair[0].governed
                and pair[0].flow.value
                and pair[0].spot.unit
            ],
            1,
        )
    ]
    return Reading(document=document.id, lang=words.code, claims=tuple(claims))


def _is_north(found: list) -> bool:
    areas = {one.value for one in found if one.role == "area"}
    return "PRK" in areas or not areas


def _claim(document: Document, draft: Draft, sentence: int, name: str) -> Claim:
    spot = draft.spot
    unit = f"{spot.unit}/{spot.per}" if spot.per else spot.unit
    figure = Figure(
        document=document.id,
        start=spot.start,
        end=spot.end,
        surface=document.text[spot.start : spot.end],
        amount=spot.amount,
        unit=unit,
        sign=spot.sign,
        lexical=spot.numeral.lexical,
        flags=spot.numeral.flags,
    )
    sign = draft.sort.sign
    if draft.flow.value == "balance" and draft.sort.kind is Kind.LEVEL:
        sign = draft.balance
    return Claim(
        id=name,
        figure=figure,
        kind=draft.sort.kind,
        flow=Flow(draft.flow.value) if draft.flow.value else None,
        reporter=draft.sides.reporter.value,
        partner=draft.sides.partner.value,
        commodity=draft.commodity.value or "all",
        period=draft.period,
        sign=sign or None,
        base=draft.base
        if draft.sort.kind in {Kind.CHANGE_PCT, Kind.CHANGE_ABS, Kind.RATIO}
        else None,
        share_of=draft.sort.share_of,
        sentence=sentence,
        clause=draft.segment,
        confidence=(("flow", draft.flow.trust), ("period", _TRUST[draft.whence])),
    )
