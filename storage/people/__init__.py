"""People: who there is, in which roles, who was invited; and how somebody is forgotten."""

from storage.people.invitations import Invitation
from storage.people.register import People

__all__ = ["Invitation", "People"]
