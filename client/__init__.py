"""The API from Python: typed answers, pages read as they are iterated, frames of pandas or polars.

`Client(address)` asks a running server; what it refuses is raised as the errors of `kg.errors` and `api.errors`.
"""

from client.answers import Answers, Counts, Page
from client.client import Client
from client.errors import ClientError, MissingExtraError, UnexpectedReplyError, UnreachableError
from client.filters import Filters, Listed

__all__ = [
    "Answers",
    "Client",
    "ClientError",
    "Counts",
    "Filters",
    "Listed",
    "MissingExtraError",
    "Page",
    "UnexpectedReplyError",
    "UnreachableError",
]
