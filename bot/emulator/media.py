"""Media: samples of what people send besides words, and pictures the bot sends.

Nothing is decoded; a picture is known by its first bytes.
"""

import struct
from collections import OrderedDict

from bot.emulator.shapes import TOO_LARGE, Json, Refusal, Upload, bad_request

PHOTO_LIMIT = 10 * 1024 * 1024
FILE_LIMIT = 50 * 1024 * 1024
KEEP_FILES = 200
LONGEST_SIDES = 10_000
WIDEST_RATIO = 20
PNG = b"\x89PNG\r\n\x1a\n"
PICTURES = {
    PNG: "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}


def sample(kind: str, file_id: str) -> Json:
    """Write what a person sends: a picture, a voice message, a place, something unheard of.

    Args:
        kind: The field of ``Message``; an unknown one is filled with a made-up object.
        file_id: The id of the file, where the kind has one.

    """
    file = {"file_id": file_id, "file_unique_id": f"u{file_id}"}
    shaped = {
        "photo": [{**file, "width": 800, "height": 600}],
        "voice": {**file, "duration": 4, "mime_type": "audio/ogg"},
        "audio": {**file, "duration": 180},
        "video": {**file, "width": 640, "height": 360, "duration": 9},
        "video_note": {**file, "length": 240, "duration": 9},
        "animation": {**file, "width": 320, "height": 240, "duration": 2},
        "document": {**file, "file_name": "notes.pdf", "mime_type": "application/pdf"},
        "sticker": {
            **file,
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "🙂",
        },
        "location": {"latitude": 52.52, "longitude": 13.405},
        "contact": {"phone_number": "+15550100", "first_name": "Sam"},
        "dice": {"emoji": "🎲", "value": 4},
    }
    return {kind: shaped.get(kind, {"something": "new"})}


class Files:
    """The newest files that went through this Telegram, by file id."""

    def __init__(self) -> None:
        self._count = 0
        self._kept: OrderedDict[str, Upload] = OrderedDict()

    def new_id(self) -> str:
        """Count up to the next file id."""
        self._count += 1
        return f"file{self._count:06d}"

    def keep(self, upload: Upload) -> str:
        """Keep a file and return its id; the oldest make room."""
        file_id = self.new_id()
        self._kept[file_id] = upload
        while len(self._kept) > KEEP_FILES:
            self._kept.popitem(last=False)
        return file_id

    def get(self, file_id: str) -> Upload | None:
        """Return a file, or nothing when it is unknown or too old."""
        return self._kept.get(file_id)


def described(files: Files, given: Upload | str) -> tuple[Json, Upload | None]:
    """Take an upload, a known file id or a web address; return the Bot API's description.

    Raises:
        Refusal: It is empty, too big, or no such file.

    """
    if isinstance(given, str):
        kept = files.get(given)
        if kept is None and not given.startswith(("http://", "https://")):
            raise bad_request("wrong file identifier/HTTP URL specified")
        file_id = given if kept else files.new_id()
        return {"file_id": file_id, "file_unique_id": f"u{file_id}"}, kept
    if not given.content:
        raise bad_request("file must be non-empty")
    if len(given.content) > FILE_LIMIT:
        raise Refusal("Request Entity Too Large", TOO_LARGE)
    file_id = files.keep(given)
    size = len(given.content)
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size}, given


def photo_sizes(files: Files, given: Upload | str) -> list[Json]:
    """Describe a picture.

    Raises:
        Refusal: It is no picture, too big, or too long and thin.

    """
    if isinstance(given, Upload) and given.content:
        if len(given.content) > PHOTO_LIMIT:
            raise bad_request(f"file of size {len(given.content)} bytes is too big for a photo")
        if not given.content.startswith(tuple(PICTURES)):
            raise bad_request("IMAGE_PROCESS_FAILED")
    file, upload = described(files, given)
    width, height = _sides(upload.content) if upload else (800, 600)
    shorter, longer = sorted((width, height))
    if width + height > LONGEST_SIDES or longer > WIDEST_RATIO * max(1, shorter):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return [{**file, "width": width, "height": height}]


def picture_type(content: bytes) -> str:
    """Name the content type of a picture; anything else is just bytes."""
    kinds = (kind for begin, kind in PICTURES.items() if content.startswith(begin))
    return next(kinds, "application/octet-stream")


def _sides(content: bytes) -> tuple[int, int]:
    """Read width and height from a PNG's header; other pictures count as 800 by 600."""
    header_end = 24
    if content.startswith(PNG) and len(content) >= header_end:
        width, height = struct.unpack(">II", content[16:header_end])
        return width, height
    return 800, 600
