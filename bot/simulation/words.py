"""Words: what simulated people write, in each language: harmless, commands, alarming, places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What people write: harmless, commands, words that must raise an alarm, and places."""

    chat: Sequence[str]
    commands: Sequence[str]
    danger: Sequence[str]
    zones: Sequence[str]


WORDS: Mapping[str, Words] = {
    "en": Words(
        chat=(
            "had a good walk", "tired but ok", "work was a lot", "🙂", "nothing new",
            "my sister came by", "the bus was late again", "slept badly", "thank you", "ok",
        ),
        commands=("/checkin", "/plan", "/goals", "/people", "/help", "/sos", "/nonsense", "/stop"),
        danger=("I want to kill myself", "I took too many pills", "he hit me again"),
        zones=("America/Chicago", "Europe/Madrid", "America/Los_Angeles", "Asia/Tokyo"),
    ),
    "es": Words(
        chat=("bien hoy", "cansada pero bien", "mucho trabajo", "dormí mal", "gracias", "🙂"),
        commands=("/checkin", "/plan", "/goals", "/help", "/sos", "/stop"),
        danger=("quiero matarme", "me tomé demasiadas pastillas"),
        zones=("Europe/Madrid", "America/Mexico_City", "America/Bogota"),
    ),
    "ru": Words(
        chat=("всё нормально", "устал, но держусь", "плохо спал", "спасибо", "🙂"),
        commands=("/checkin", "/plan", "/goals", "/help", "/sos", "/stop"),
        danger=("я хочу умереть", "я выпил слишком много таблеток"),
        zones=("Europe/Moscow", "Asia/Yekaterinburg", "Europe/Berlin"),
    ),
}  # fmt: skip
