"""Asks and actions: what documents call for, and what people can do."""

from clarion.respond.responses import Responses, respond

__all__ = ["Responses", "respond"]
