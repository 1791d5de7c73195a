"""The outbox: every message leaves through here, and none is lost between deciding and sending.

A row is claimed, and that is committed, before the call; it is marked right after. Bodies are
wiped once a message is out, or will never be.
"""

from storage.outbox.queue import Outbox
from storage.outbox.shapes import Disclosure, Lane, Links, Outgoing

__all__ = ["Disclosure", "Lane", "Links", "Outbox", "Outgoing"]
