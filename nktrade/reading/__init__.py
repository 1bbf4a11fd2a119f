"""Reading: text to claims. Lexicons are data, one grammar reads them all.

In: a Document. Out: a Reading: claims, statements and citations with their exact places, and the
figures that could not become a claim. One scan looks for numbers, one for words (``figures``,
``words``); a sentence that can hold a claim (``windows``) is cut into clauses and its flow words get
their sides (``scene``, ``frames``, ``discourse``); each figure is then bound to flow, sides, goods
and period by clause and distance (``binding``), seen beside its neighbours (``together``) and given
source, channel and standing (``evidence``). Tables take the road of ``tables``. What comes from
context is marked inferred, with a confidence and other readings; nothing is dropped silently.
"""

from nktrade.core.claims import Claim
from nktrade.core.documents import Document
from nktrade.reading.reader import read

__all__ = ["read", "read_claims"]


def read_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of a document, in order of their place."""
    return read(document).claims
