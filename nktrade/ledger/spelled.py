"""A user's own table in the words of the ledger."""

from functools import partial

from nktrade.ledger.columns import Columns, Objects, by_distinct
from nktrade.reference.spelled import own_headers, own_word


def in_own_words(raw: Columns) -> dict[str, Objects]:
    """The columns under the ledger's names, with the ledger's words in them."""
    named = zip(own_headers(list(raw)), raw.values(), strict=True)
    return {name: by_distinct(column, partial(own_word, name)) for name, column in named}
