"""Settings: every mistake at once, in one sentence each, and never a value in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsWrong, load, platform_home

SECRET = "s" * 32


@pytest.fixture
def env(tmp_path):
    return {"HOME": str(tmp_path)}


def mistakes(env, env_file=None):
    with pytest.raises(SettingsWrong) as raised:
        load(env, env_file)
    return raised.value.sentences


def test_defaults_need_nothing(env, tmp_path):
    settings = load(env)

    assert settings.home == tmp_path / ".local" / "share" / "handrail"
    assert settings.database_url == f"sqlite:///{settings.home / 'handrail.db'}"
    assert settings.key_file == settings.home / "handrail.key"
    assert settings.intake == "polling"
    assert settings.listen_at == ("127.0.0.1", 8080)
    assert settings.bot_token is None
    assert settings.country is None


def test_database_and_key_follow_home(env, tmp_path):
    settings = load({**env, "HANDRAIL_HOME": "~/clinic"})

    assert settings.database_url.endswith("/clinic/handrail.db")
    assert "~" not in settings.database_url


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("BOT_TOKEN", "hunter2", "HANDRAIL_BOT_TOKEN is not a bot token"),
        ("TELEGRAM_API", "api.telegram.org", "HANDRAIL_TELEGRAM_API must be an address"),
        ("TELEGRAM_API", "http://[", "HANDRAIL_TELEGRAM_API must be an address"),
        ("DATABASE_URL", "mysql://x", "HANDRAIL_DATABASE_URL must begin with sqlite: or"),
        ("INTAKE", "carrier-pigeon", "HANDRAIL_INTAKE must be 'polling' or 'webhook'."),
        ("WEBHOOK_URL", "http://clinic.example/hook", "HANDRAIL_WEBHOOK_URL must be an address"),
        ("WEBHOOK_SECRET", "s" * 31, "HANDRAIL_WEBHOOK_SECRET must be 32 to 256 characters"),
        ("WEBHOOK_SECRET", "é" * 40, "HANDRAIL_WEBHOOK_SECRET must be 32 to 256 characters"),
        ("LISTEN", "8080", "HANDRAIL_LISTEN must be an address and a port"),
        ("LISTEN", "127.0.0.1:99999", "HANDRAIL_LISTEN must be an address and a port"),
        ("LANGUAGE", "English", "HANDRAIL_LANGUAGE must be a language code such as en."),
        ("COUNTRY", "USA", "HANDRAIL_COUNTRY must be a country code of two letters such as US."),
        ("CONTENT_DIR", "/nowhere/at/all", "HANDRAIL_CONTENT_DIR must name a folder that exists."),
        ("HEARTBEAT_URL", "x", "HANDRAIL_HEARTBEAT_URL must be an address"),
        ("LOG_LEVEL", "loud", "HANDRAIL_LOG_LEVEL must be 'debug', 'info', 'warning' or 'error'."),
        ("CLINIC_NAME", "x" * 101, "HANDRAIL_CLINIC_NAME cannot be used"),
        ("BOT_TOKNE", "1:a", "HANDRAIL_BOT_TOKNE is not a setting of Handrail."),
    ],
)
def test_one_sentence_names_the_setting_and_not_its_value(env, name, value, sentence):
    (found,) = mistakes({**env, f"HANDRAIL_{name}": value})

    assert found.startswith(sentence)
    assert value not in found or value in {"x", "8080"}


def test_all_mistakes_at_once(env):
    wrong = {"HANDRAIL_BOT_TOKEN": "x", "HANDRAIL_LISTEN": "y", "HANDRAIL_FOO": "z"}

    assert len(mistakes({**env, **wrong})) == 3


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        pytest.param({}, "HANDRAIL_WEBHOOK_URL and HANDRAIL_WEBHOOK_SECRET", id="both"),
        pytest.param({"WEBHOOK_SECRET": SECRET}, "HANDRAIL_WEBHOOK_URL", id="address"),
        pytest.param({"WEBHOOK_URL": "https://a.example"}, "HANDRAIL_WEBHOOK_SECRET", id="secret"),
    ],
)
def test_webhook_without_its_parts_does_not_start(env, given, missing):
    given = {f"HANDRAIL_{name}": value for name, value in given.items()}

    assert mistakes({**env, "HANDRAIL_INTAKE": "webhook", **given}) == (
        f"HANDRAIL_INTAKE=webhook needs {missing} as well.",
    )


def test_whole_webhook(env):
    settings = load(
        {
            **env,
            "HANDRAIL_INTAKE": "Webhook",
            "HANDRAIL_WEBHOOK_URL": "https://clinic.example/hook",
            "HANDRAIL_WEBHOOK_SECRET": SECRET,
        }
    )

    assert settings.webhook_path == "/hook"
    assert SECRET not in repr(settings)


def test_blank_means_not_set(env):
    assert load({**env, "HANDRAIL_COUNTRY": " ", "HANDRAIL_BOT_TOKEN": ""}).country is None


def secret_file(tmp_path, text, mode=0o600):
    path = tmp_path / "secret"
    path.write_text(text)
    path.chmod(mode)
    return str(path)


def test_value_from_a_file(env, tmp_path):
    settings = load({**env, "HANDRAIL_BOT_TOKEN_FILE": secret_file(tmp_path, "123:abc\n")})

    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == "123:abc"


@pytest.mark.parametrize(
    ("text", "mode", "sentence"),
    [
        pytest.param("123:abc", 0o644, "others can read", id="readable-by-all"),
        pytest.param("123:abc", 0o640, "others can read", id="readable-by-a-group"),
        pytest.param(" \n", 0o600, "is empty", id="empty"),
    ],
)
def test_file_that_will_not_do(env, tmp_path, text, mode, sentence):
    path = secret_file(tmp_path, text, mode)

    (found,) = mistakes({**env, "HANDRAIL_BOT_TOKEN_FILE": path})

    assert found.startswith("HANDRAIL_BOT_TOKEN_FILE names a file that")
    assert sentence in found


def test_file_that_is_not_there(env):
    assert mistakes({**env, "HANDRAIL_WEBHOOK_SECRET_FILE": "/nowhere"}) == (
        "HANDRAIL_WEBHOOK_SECRET_FILE names a file that cannot be read.",
    )


def test_value_and_file_contradict_each_other(env, tmp_path):
    both = {
        "HANDRAIL_BOT_TOKEN": "1:a",
        "HANDRAIL_BOT_TOKEN_FILE": secret_file(tmp_path, "123:abc"),
    }

    assert mistakes({**env, **both}) == (
        "HANDRAIL_BOT_TOKEN and HANDRAIL_BOT_TOKEN_FILE are both set; keep one.",
    )


def test_key_file_is_a_setting_and_not_a_file_of_one(env):
    assert load({**env, "HANDRAIL_KEY_FILE": "/keys/a"}).key_file == Path("/keys/a")


def test_environment_wins_over_the_file(env, tmp_path):
    dotenv = tmp_path / ".env"
    dotenv.write_text("HANDRAIL_COUNTRY=ie\nHANDRAIL_LANGUAGE=en\nOTHER=1\n")

    settings = load({**env, "HANDRAIL_COUNTRY": "us"}, dotenv)

    assert settings.country == "US"


def test_token_in_a_file_that_anybody_may_read(env, tmp_path):
    dotenv = tmp_path / ".env"
    dotenv.write_text("HANDRAIL_BOT_TOKEN=123:abc\n")
    dotenv.chmod(0o644)

    (found,) = mistakes(env, dotenv)

    assert found.startswith("HANDRAIL_BOT_TOKEN stands in")
    assert "123:abc" not in found


def test_no_file_is_no_mistake(env, tmp_path):
    assert load(env, tmp_path / ".env").language == "en"


def test_nothing_is_read_behind_our_back(env, monkeypatch):
    """The demo and the tests must not see the environment they run in."""
    monkeypatch.setenv("HANDRAIL_COUNTRY", "IE")

    assert load(env).country is None


def test_every_setting_is_explained():
    example = Path(__file__).parents[2].joinpath(".env.example").read_text()

    for name in Settings.model_fields:
        assert f"\n#HANDRAIL_{name.upper()}=" in example


def test_home_of_the_platform(tmp_path):
    other = {"HOME": "/h", "XDG_DATA_HOME": "/data"}

    found = platform_home(other)

    assert found in {Path("/data/handrail"), Path("/h/Library/Application Support/handrail")}


def test_settings_do_not_load_aiogram():
    """Every command but `run` and `demo` starts without it: it takes seconds."""
    code = "import sys, bot.settings; sys.exit('aiogram' in sys.modules)"

    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ})  # noqa: S603
