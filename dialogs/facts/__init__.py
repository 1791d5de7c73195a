"""Facts: what each dialog is told about its client when it opens.

What is left out here is left out of the dialog: nobody is asked about what they do not have.
"""

from dialogs.facts.known import Known
from dialogs.facts.opening import (
    DOSE,
    FAMILY_PARTS,
    FROM_WHENEVER,
    LEADS_TO,
    OF_INTAKE,
    SECTIONS,
    WITH_FIGURES,
    asked_about,
    facts_for,
    learning_part,
    next_section,
    weeks_without_use,
)

__all__ = [
    "DOSE",
    "FAMILY_PARTS",
    "FROM_WHENEVER",
    "LEADS_TO",
    "OF_INTAKE",
    "SECTIONS",
    "WITH_FIGURES",
    "Known",
    "asked_about",
    "facts_for",
    "learning_part",
    "next_section",
    "weeks_without_use",
]
