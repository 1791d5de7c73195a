"""Lengths as Telegram counts them: UTF-16 code units, where an emoji is two."""

LAST_OF_ONE_UNIT = 0xFFFF


def length(text: str) -> int:
    """Count the UTF-16 units of a text."""
    return len(text) + sum(1 for one in text if ord(one) > LAST_OF_ONE_UNIT)


def boundaries(text: str) -> list[int]:
    """List the offsets in UTF-16 units at which a symbol begins, and the end of the text."""
    found, at = [0], 0
    for one in text:
        at += 2 if ord(one) > LAST_OF_ONE_UNIT else 1
        found.append(at)
    return found
