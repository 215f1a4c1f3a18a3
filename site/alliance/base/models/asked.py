"""The request that is being answered, for pages that are asked for their address without it."""

from contextvars import ContextVar

from django.http import HttpRequest

asked: ContextVar[HttpRequest | None] = ContextVar("asked", default=None)
