"""Customs files as checked documents.

In: a file that customs reads, and baselines. Out: the file as a report has documents: every sum in it
by the functions of ``customs.sums``, those that fail as relations with their diagnosis, and the rows that
something is said of as claims in an excerpt. Nothing is added up here that customs does not add up.
"""

from nktrade.tabling.adding import Table, table_of
from nktrade.tabling.checked import checked_table

__all__ = ["Table", "checked_table", "table_of"]
