"""Settings: from the environment, a ``.env`` file, or files named by ``…_FILE``.

All mistakes are told at once, each in one sentence that names the variable and never its value.
"""

import re
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from dialogs.care.zones import check_zone
from dialogs.errors import HandrailError

PREFIX = "HANDRAIL_"
TELEGRAM_API = "https://api.telegram.org"
LISTEN = "127.0.0.1:8080"
LARGEST_PORT = 65_535

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _like(pattern: str, sentence: str) -> AfterValidator:
    """Make the check that a text, secret or not, has a certain form."""

    def check(text: str | SecretStr) -> str | SecretStr:
        plain = text.get_secret_value() if isinstance(text, SecretStr) else text
        if not re.fullmatch(pattern, plain):
            raise ValueError(sentence)
        return text

    return AfterValidator(check)


Token = Annotated[
    SecretStr,
    _like(r"\d+:[A-Za-z0-9_-]+", "is not a bot token; @BotFather gives it, like 123456:ABC-DEF"),
]
Secret = Annotated[
    SecretStr, _like(r"[A-Za-z0-9_-]{32,256}", "must be 32 to 256 characters of A-Z a-z 0-9 _ -")
]
Language = Annotated[str, _like(r"[a-z]{2,3}", "must be a language code such as en")]
Country = Annotated[
    str,
    _like(r"[A-Za-z]{2}", "must be a country code of two letters such as US"),
    AfterValidator(str.upper),
]
Url = Annotated[
    str, _like(r"(sqlite|postgresql(\+\w+)?):.+", "must begin with sqlite: or postgresql:")
]
Lower = BeforeValidator(str.lower)
OwnPath = Annotated[Path, AfterValidator(Path.expanduser)]


class SettingsWrong(HandrailError):
    """The settings cannot be used; ``sentences`` holds one for each mistake."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences: tuple[str, ...] = tuple(sentences)
        super().__init__("\n".join(self.sentences))


class Settings(BaseSettings):
    """How this installation is set up. Made by `load`, which words every mistake."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, env_prefix=PREFIX
    )

    home: OwnPath
    bot_token: Token | None = None
    telegram_api: str = TELEGRAM_API
    database_url: Url = ""
    key_file: OwnPath = Path()
    intake: Annotated[Literal["polling", "webhook"], Lower] = "polling"
    webhook_url: str | None = None
    webhook_secret: Secret | None = None
    listen: str = LISTEN
    language: Language = "en"
    country: Country | None = None
    zone: str | None = None
    clinic_name: Annotated[str, Field(max_length=100)] = ""
    content_dir: OwnPath | None = None
    heartbeat_url: str | None = None
    heartbeat_file: OwnPath | None = None
    log_level: Annotated[Literal["debug", "info", "warning", "error"], Lower] = "info"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take values from `load` only: nothing is read behind its back."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)

    @property
    def webhook_path(self) -> str:
        """The path of the webhook's address, where the route is mounted."""
        return urlsplit(self.webhook_url or "").path or "/"

    @property
    def listen_at(self) -> tuple[str, int]:
        """The host and port our own HTTP server listens on."""
        return _host_and_port(self.listen)

    @field_validator("telegram_api", "heartbeat_url")
    @classmethod
    def _is_web_address(cls, url: str | None) -> str | None:
        if url is not None and not _is_url(url, ("http", "https")):
            raise ValueError("must be an address that begins with http:// or https://")
        return url.rstrip("/") if url else url

    @field_validator("webhook_url")
    @classmethod
    def _is_safe_address(cls, url: str | None) -> str | None:
        if url is not None and not _is_url(url, ("https",)) and not _is_local(url):
            raise ValueError("must be an address that begins with https://")
        return url

    @field_validator("listen")
    @classmethod
    def _is_listenable(cls, listen: str) -> str:
        host, port = _host_and_port(listen)
        if not host or not 0 <= port <= LARGEST_PORT:
            raise ValueError(f"must be an address and a port, such as {LISTEN}")
        return listen

    @field_validator("zone")
    @classmethod
    def _is_zone(cls, zone: str | None) -> str | None:
        return None if zone is None else check_zone(zone)

    @field_validator("content_dir")
    @classmethod
    def _is_folder(cls, folder: Path | None) -> Path | None:
        if folder is not None and not folder.is_dir():
            raise ValueError("must name a folder that exists")
        return folder

    @model_validator(mode="before")
    @classmethod
    def _fill_from_home(cls, values: dict[str, Any]) -> dict[str, Any]:
        home = Path(values["home"]).expanduser()
        values.setdefault("database_url", f"sqlite:///{home / 'handrail.db'}")
        values.setdefault("key_file", home / "handrail.key")
        return values

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.intake == "webhook":
            missing = [
                f"{PREFIX}{name.upper()}"
                for name in ("webhook_url", "webhook_secret")
                if getattr(self, name) is None
            ]
            if missing:
                raise ValueError(f"webhook needs {' and '.join(missing)} as well")
        return self


def load(environ: Mapping[str, str], env_file: Path | None = None) -> Settings:
    """Read all settings.

    Args:
        environ: The environment; what stands here wins over the file.
        env_file: A ``.env`` file, which need not exist.

    Raises:
        SettingsWrong: Something is wrong, with a sentence for each mistake.

    """
    mistakes: list[str] = []
    values = _from_file(env_file, mistakes) | _ours(environ)
    values = _with_files(values, mistakes)
    unknown = sorted(values.keys() - _names())
    mistakes += [f"{name} is not a setting of Handrail." for name in unknown]
    given = {
        name.removeprefix(PREFIX).lower(): value.strip()
        for name, value in values.items()
        if name not in unknown and value.strip()
    }
    given.setdefault("home", str(platform_home(environ)))
    try:
        settings = Settings(**given)  # type: ignore[arg-type]  # texts; pydantic makes them values
    except ValidationError as error:
        mistakes += [_sentence(dict(problem)) for problem in error.errors(include_input=False)]
        raise SettingsWrong(mistakes) from None
    if mistakes:
        raise SettingsWrong(mistakes)
    return settings


def platform_home(environ: Mapping[str, str]) -> Path:
    """Return the folder where programs of this platform keep their data, with ours in it."""
    user = Path(environ.get("HOME") or Path.home())
    mac, unix = user / "Library" / "Application Support", user / ".local" / "share"
    return (
        mac if sys.platform == "darwin" else Path(environ.get("XDG_DATA_HOME") or unix)
    ) / "handrail"


def _from_file(path: Path | None, mistakes: list[str]) -> dict[str, str]:
    if path is None or not path.is_file():
        return {}
    values = _ours({name: value or "" for name, value in dotenv_values(path).items()})
    if path.stat().st_mode & stat.S_IRWXO:
        secrets = sorted(values.keys() & {f"{PREFIX}BOT_TOKEN", f"{PREFIX}WEBHOOK_SECRET"})
        mistakes += [
            f"{name} stands in {path}, which anybody may read: chmod 600 it." for name in secrets
        ]
    return values


def _names() -> set[str]:
    return {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


def _ours(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if name.startswith(PREFIX)}


def _with_files(values: Mapping[str, str], mistakes: list[str]) -> dict[str, str]:
    """Replace every ``NAME_FILE`` by ``NAME`` with what the file holds."""
    plain = dict(values)
    for name in sorted(values.keys() - _names()):
        meant = name.removesuffix("_FILE")
        if meant not in _names() or meant == name:
            continue
        path = Path(plain.pop(name))
        if meant in values:
            mistakes.append(f"{meant} and {name} are both set; keep one.")
        else:
            content = _secret_in(path, name, mistakes)
            plain |= {meant: content} if content else {}
    return plain


def _secret_in(path: Path, name: str, mistakes: list[str]) -> str | None:
    try:
        mode = path.stat().st_mode
        content = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        mistakes.append(f"{name} names a file that cannot be read.")
        return None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        mistakes.append(f"{name} names a file that others can read: chmod 600 it.")
        return None
    if not content:
        mistakes.append(f"{name} names a file that is empty.")
    return content or None


def _sentence(problem: Mapping[str, Any]) -> str:
    """Word one of pydantic's findings, without the value."""
    name = PREFIX + ("".join(str(part).upper() for part in problem["loc"][:1]) or "INTAKE")
    message = str(problem["msg"])
    if problem["type"] == "value_error":
        words = message.removeprefix("Value error, ")
        return f"{name}={words}." if words.startswith("webhook needs") else f"{name} {words}."
    if problem["type"] == "literal_error":
        return f"{name} must be {problem['ctx']['expected']}."
    return f"{name} cannot be used: {message[:1].lower()}{message[1:]}."


def _is_url(url: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in schemes and bool(parts.hostname)


def _is_local(url: str) -> bool:
    """Return whether this is plain HTTP on this machine, where nobody listens in."""
    return _is_url(url, ("http",)) and urlsplit(url).hostname in _LOOPBACK


def _host_and_port(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    return host.strip("[]"), int(port) if port.isascii() and port.isdigit() else -1
