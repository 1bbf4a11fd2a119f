"""Paragraphs: what holds when one begins."""

from nktrade.reading.discourse import State
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
