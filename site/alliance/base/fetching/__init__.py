"""Reads what is at an address that somebody typed, and nothing that only this machine can reach."""

from .errors import FetchError, Trouble
from .fetcher import Fetched, fetch

__all__ = ["FetchError", "Fetched", "Trouble", "fetch"]
