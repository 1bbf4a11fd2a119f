"""The one question: can these figures all be true, and if not, which is wrong and what was it?"""

from collections.abc import Mapping, Sequence
from typing import Any, overload

import pandas as pd

from nktrade.diagnosis.answer import Diagnosis
from nktrade.diagnosis.batch import FrameDiagnosis, diagnose_frame
from nktrade.diagnosis.diagnose import diagnose_system
from nktrade.diagnosis.system import System
from nktrade.errors import FigureSystemError

Relations = System | Mapping[str, Any] | Sequence[Mapping[str, Any]]  # Any: JSON


@overload
def diagnose(system: pd.DataFrame, relations: Relations) -> FrameDiagnosis: ...


@overload
def diagnose(system: System | Mapping[str, Any], relations: None = None) -> Diagnosis: ...


def diagnose(
    system: System | Mapping[str, Any] | pd.DataFrame, relations: Relations | None = None
) -> Diagnosis | FrameDiagnosis:
    """The diagnosis of one system, or of every record of a frame under shared relations.

    >>> diagnose({"variables": {"x": {"printed": "1.2"}, "y": {"printed": "3.4"}},
    ...           "constraints": [{"id": "same", "terms": {"x": 1, "y": -1}}]}).located_sets
    (('x',), ('y',))

    Raises:
        FigureSystemError: where the description is no system; the message names the place.
    """
    if isinstance(system, pd.DataFrame):
        if relations is None:
            raise FigureSystemError(
                "diagnose: found a frame without relations, expected both; give the constraints "
                "between its columns as the second argument"
            )
        return diagnose_frame(system, relations)
    if relations is not None:
        raise FigureSystemError(
            "diagnose: found relations beside a system, expected them inside; "
            "put them under constraints, or give a frame"
        )
    return diagnose_system(system)
