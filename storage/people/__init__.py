"""People: who there is, in which roles, who was invited; and how somebody is forgotten."""

from storage.people.cards import CRISIS_CARD
from storage.people.invitations import Invitation
from storage.people.pairings import DIGITS, Pairing
from storage.people.register import People

__all__ = ["CRISIS_CARD", "DIGITS", "Invitation", "Pairing", "People"]
