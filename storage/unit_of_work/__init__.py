"""The unit of work: one transaction per action, messages included; all of it happens or nothing."""

from storage.unit_of_work.database import Database
from storage.unit_of_work.work import UnitOfWork

__all__ = ["Database", "UnitOfWork"]
