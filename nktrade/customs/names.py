"""Names: columns as they are compared, whatever stands between their letters and digits."""

import re
from functools import lru_cache

_BETWEEN = re.compile(r"[\W_]+")
_BEFORE_DIGIT = re.compile(r"^x(?=\d)")


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """The name of a column as names are compared: by letters and digits, whatever stands between.

    R writes ``X2nd.Partner.Code`` for ``2nd Partner Code``, others ``partner_code`` for ``partnerCode``.
    """
    return _BEFORE_DIGIT.sub("", _BETWEEN.sub("", name.casefold()))
