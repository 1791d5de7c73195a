"""Beginnings that many stories share."""

from bot.town import Resident, Town

MINUTES_TO_EIGHT = 5


async def begins(town: Town, mia: Resident) -> None:
    """Let it become eight, and Mia tap *Start* a minute later."""
    await town.waits(minutes=MINUTES_TO_EIGHT + 1)
    await mia.taps("Start")


async def has_a_strong_craving(town: Town, mia: Resident) -> None:
    """Let Mia begin, and answer that the craving was an eight: she is asked whether she is safe."""
    await begins(town, mia)
    await mia.says("no")
    await mia.taps("8")


async def is_not_safe(town: Town, mia: Resident) -> None:
    """Let Mia answer that she is not somewhere safe: alert 1 is raised, and Dana is paged."""
    await has_a_strong_craving(town, mia)
    await mia.taps("No")


async def says_all_is_well(town: Town, mia: Resident) -> None:
    """Let Mia answer everything, quietly, up to the recap."""
    await begins(town, mia)
    for answer in ("no", "2", "7", "7", "8", "yes", "yes"):
        await mia.says(answer)
