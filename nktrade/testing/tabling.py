"""Tables: a world as rows and columns under a title and a unit note."""

from dataclasses import replace
from fractions import Fraction

from nktrade.core.amount import Amount
from nktrade.core.codes import Flow, Kind
from nktrade.testing.amounts import Form, digits_of, rounded
from nktrade.testing.filling import Scene, printed_piece
from nktrade.testing.pieces import Piece, joined
from nktrade.testing.worlds import Fact

_SCALES = {"million_USD": 6, "thousand_USD": 3}
_LAYOUTS = ("\t", " | ", "   ")
_DECIMALS = {"million_USD": 2, "thousand_USD": 0}


def tabled(scene: Scene) -> Piece:
    """The three flows with values and changes on the year, one row each; blanks are never zero."""
    labels = scene.language.labels
    note = scene.choice.one(tuple(_SCALES))
    between = scene.choice.one(_LAYOUTS)
    pieces = [Piece(text=_title(scene) + "\n"), Piece(text=_note(scene, note) + "\n")]
    pieces.append(
        Piece(text=between.join(labels[name] for name in ("item", "value", "change")) + "\n")
    )
    for row, flow in enumerate((Flow.EXPORT, Flow.IMPORT, Flow.TOTAL), start=1):
        pieces += _row(flow, note, between, replace(scene, sentence=row))
    return joined(pieces)


def _title(scene: Scene) -> str:
    language, world = scene.language, scene.world
    form = language.labels["month" if scene.period.month_count == 1 else "run"]
    return language.labels["title"].format(
        reporter=language.countries[world.reporter].names[0],
        partner=language.countries[world.partner].names[0],
        period=form.format(
            month=language.months[scene.period.last.month - 1], year=scene.period.last.year
        ),
    )


def _note(scene: Scene, note: str) -> str:
    labels = scene.language.labels
    return labels["unit"].format(unit=labels[note])


def _row(flow: Flow, note: str, between: str, scene: Scene) -> list[Piece]:
    level = Fact(kind=Kind.LEVEL, flow=flow, period=scene.period)
    change = replace(level, kind=Kind.CHANGE_PCT, unit="percent", base="year_earlier")
    amounts = (
        (level, _DECIMALS[note], Fraction(10) ** _SCALES[note]),
        (change, 1, Fraction(1)),
    )
    pieces = [Piece(text=scene.language.labels[flow.value])]
    for fact, decimals, scale in amounts:
        pieces += [Piece(text=between), _cell(fact, decimals, scale, scene)]
    return [*pieces, Piece(text="\n")]


def _cell(fact: Fact, decimals: int, scale: Fraction, scene: Scene) -> Piece:
    truth = scene.world.truth(fact)
    steps = rounded(abs(truth) / scale * 10**decimals, scene.choice.one(scene.manner.roundings))
    amount = Amount(
        digits=digits_of(steps, decimals),
        scale=scale,
        zeros_known=fact.unit == "percent",
    )
    form = Form(language=scene.language, notation="cell", pattern="{number}", unit=fact.unit)
    mark = "-" if truth < 0 else ""
    return printed_piece(fact, truth, amount, replace(form, hedge=mark + "{}"), scene)
