"""Two languages: whoever chooses one reads it from the very next line, and agrees in it."""

import hashlib
from pathlib import Path

import pytest

from bot.cast import MIA
from bot.emulator.phone import Phone
from bot.town import Resident, Town
from dialogs import playbook as playbooks
from dialogs.care.people import Role
from dialogs.playbook import CONTENT, Playbook
from tests.stories.steps import begins
from tests.stories.test_joining import NELL, comes_in, invitation

SPANISH = {
    "language-name = English": "language-name = Español",
    "Hi. I am Handrail": "Hola. Soy Handrail",
    "Who reads what:": "Quién lee qué:",
    "Two things to know first:": "Dos cosas antes:",
    "May I keep your answers": "¿Puedo guardar tus respuestas",
    ".agree = I agree": ".agree = De acuerdo",
    ".not_now = Not now": ".not_now = Ahora no",
    "That is fine. I keep only your language": "Está bien. Solo guardo tu idioma",
    "All right, English from now on.": "De acuerdo, desde ahora en español.",
    "Did you drink or use": "¿Bebiste o consumiste",
}


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Playbook:
    """Our content, and beside it a second language that differs in what these stories look at."""
    own = tmp_path_factory.mktemp("spanish")
    (own / "texts" / "es").mkdir(parents=True)
    for path in Path(CONTENT, "texts", "en").glob("*.ftl"):
        words = path.read_text(encoding="utf-8")
        for english, spanish in SPANISH.items():
            words = words.replace(english, spanish)
        (own / "texts" / "es" / path.name).write_text(words, encoding="utf-8")
    return playbooks.load(own)


@pytest.fixture
async def nell(clinic: Town) -> Resident:
    """Somebody who has opened her invitation and is asked which language she likes best."""
    una = Resident(Phone(clinic.telegram, 7_000_000_400, "Una"), clinic)
    await una.says(f"/start {await invitation(clinic, Role.COUNSELOR)}")
    nell = Resident(Phone(clinic.telegram, NELL, "Nell"), clinic)
    await comes_in(nell, una)
    return nell


async def test_from_the_next_line_on(nell: Resident) -> None:
    """Nobody reads the welcome in a language they have just said is not theirs."""
    assert nell.buttons[:2] == ["English", "Español"]

    await nell.taps("Español")

    assert "Hola. Soy Handrail" in nell.screen[-1]


async def test_the_yes_is_to_the_words_that_were_read(clinic: Town, nell: Resident) -> None:
    """What is kept of the consent is what stood on her screen, in her language."""
    await nell.taps("Español")
    await nell.taps("Ireland")
    assert "¿Puedo guardar tus respuestas" in nell.screen[-1]
    shown = "\n\n".join([nell.screen[-1], *nell.buttons[:2]])

    await nell.taps("De acuerdo")
    await nell.says("Nell")
    await nell.taps("Skip")
    await nell.taps("20:00")

    async with clinic.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(NELL)
        assert person is not None
        (grant,) = await uow.consents.of_client(person.id)
    assert person.language == "es"
    assert grant.text_hash == hashlib.sha256(shown.encode()).hexdigest()


async def test_whoever_turns_back_is_remembered_by_language(clinic: Town, nell: Resident) -> None:
    """Language and country are all that stays, so that the next hello is in it."""
    await nell.taps("Español")
    await nell.taps("Ireland")

    await nell.taps("Ahora no")

    assert nell.sees("Está bien. Solo guardo tu idioma")
    async with clinic.app.ground.database.reading() as uow:
        person = await uow.people.by_chat(NELL)
    assert person is not None
    assert (person.language, person.country, person.name) == ("es", "IE", "")


async def test_a_language_is_one_tap_away_at_any_time(town: Town, mia: Resident) -> None:
    """The question that is open comes again in it."""
    await begins(town, mia)

    await mia.says("/language")
    assert mia.buttons == ["Español", "Русский"]
    await mia.taps("Español")

    assert mia.sees("De acuerdo, desde ahora en español.")
    assert mia.sees("¿Bebiste o consumiste")
    async with town.app.ground.database.reading() as uow:
        known = await uow.people.by_chat(MIA.user_id)
    assert known is not None
    assert known.language == "es"
