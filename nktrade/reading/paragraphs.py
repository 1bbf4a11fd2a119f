"""Paragraphs: what holds when one begins, and when a sentence does."""

from nktrade.core.codes import WORLD
from nktrade.reading.discourse import CLAUSE, DISCOURSE, WORDS, Sides, State, turned
from nktrade.reading.roles import OTHER_WAY, WAYS


def renewed(state: State) -> State:
    """What holds when a new paragraph begins: what the text as a whole is about."""
    state = state._replace(
        period=state.first or state.period, is_limit=False, announced=None, is_one=False, opens=True
    )
    if state.theme is None:
        return _of_main(state)
    sides = state.main if state.theme.flow in WAYS else state.sides
    return state._replace(sides=sides, **state.theme._asdict())


def _of_main(state: State) -> State:
    """What holds where a paragraph begins: the sides of the first claim, and the flow as they see it."""
    first, told = state.main.reporter.value, state.sides.partner.value
    if first is None:
        return state
    is_turned = told == first and state.flow in WAYS
    flow = OTHER_WAY[state.flow] if is_turned and state.flow else state.flow
    return state._replace(sides=state.main, flow=flow)


def opened(state: State) -> State:
    """The state with which a new sentence begins: its flow is told from the reporter that lasts."""
    sides = _lasting(state)
    return state._replace(sides=sides, flow=turned(state.flow, state.sides, sides))


def _lasting(state: State) -> Sides:
    """The sides with which a new sentence begins: the text's main ones, unless both were named or it is of a part."""
    found, main = state.sides, state.main
    if state.is_within:
        return found.older(CLAUSE)
    first, second = main.reporter.value, main.partner.value
    if first is None or found.is_guessed:
        return found.older(DISCOURSE) if first is None else main.older(DISCOURSE)
    spoken = {found.reporter.value, found.partner.value}
    # Its overall exports came to 60 billion; imports were 55.
    is_of_all = bool(state.amounts) and found.partner == (WORLD, WORDS)
    strays = first in spoken and spoken != {first, second} and not is_of_all
    return (main if strays else found).older(DISCOURSE)
