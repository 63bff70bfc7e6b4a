"""Settings from the environment and .env, and the sentences for wrong ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.config import Settings
from bot.errors import SettingError

EXAMPLE = Path(__file__).parents[1] / ".env.example"


@pytest.mark.parametrize(
    ("name", "value", "field", "read"),
    [
        ("DISCORD_TOKEN", " abc.def ", "token", "abc.def"),
        ("DISCORD_TOKEN", "Bot abc.def", "token", "abc.def"),
        ("DISCORD_TOKEN", "  ", "token", None),
        ("MONTAGE_DATA", str(Path(__file__).parent), "data", Path(__file__).parent),
        ("MONTAGE_LOG_LEVEL", "debug", "log_level", "DEBUG"),
        ("MONTAGE_PREVIEW_PORT", "8077", "preview_port", 8077),
        ("MONTAGE_GUILD", "123456789012345678", "guild", 123456789012345678),
        ("MONTAGE_SHARDS", "3", "shard_count", 3),
        ("TMDB_API_KEY", "0123abc", "tmdb_key", "0123abc"),
        ("TMDB_API_KEY", "", "tmdb_key", None),
        ("DATABASE_URL", "sqlite:///votes.sqlite3", "database", "sqlite:///votes.sqlite3"),
        ("DATABASE_URL", "", "database", None),
    ],
)
def test_every_variable_is_read(name: str, value: str, field: str, read: object) -> None:
    assert getattr(Settings.from_environment({name: value}), field) == read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_TOKEN", "abc secret def"),
        ("DISCORD_TOKEN", "secret\0"),
        ("DISCORD_TOKEN", "secret\x1b[2J"),
        ("DISCORD_TOKEN", "sécret"),
        ("MONTAGE_DATA", "/no/such/secret"),
        ("MONTAGE_DATA", "~nosuchuser/secret"),
        ("MONTAGE_DATA", "secret" * 1000),
        ("MONTAGE_LOG_LEVEL", "secret"),
        ("MONTAGE_PREVIEW_PORT", "secret"),
        ("MONTAGE_PREVIEW_PORT", "70000"),
        ("MONTAGE_PREVIEW_PORT", "-1"),
        ("MONTAGE_PREVIEW_PORT", "٨"),
        ("MONTAGE_GUILD", "secret"),
        ("MONTAGE_GUILD", "0"),
        ("MONTAGE_SHARDS", "0"),
        ("TMDB_API_KEY", "secret&more"),
    ],
)
def test_a_wrong_value_is_a_sentence_that_names_the_variable_and_not_the_value(name: str, value: str) -> None:
    with pytest.raises(SettingError) as raised:
        Settings.from_environment({name: value})
    assert str(raised.value).startswith(f"{name} has ")
    assert str(raised.value).endswith(".")
    assert "secret" not in str(raised.value)
    assert raised.value.__cause__ is None


def test_neither_token_nor_key_ever_shows() -> None:
    assert "abc" not in repr(Settings(token="abc", tmdb_key="abc"))


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("# mine\nexport DISCORD_TOKEN='from file'\nMONTAGE_SHARDS=2\n\nMONTAGE_GUILD=5\n", "utf-8")
    settings = Settings.from_environment({"DISCORD_TOKEN": "from-environment", "MONTAGE_GUILD": ""}, dotenv)
    assert (settings.token, settings.shard_count, settings.guild) == ("from-environment", 2, 5)


def test_a_file_that_is_not_there_is_no_mistake(tmp_path: Path) -> None:
    assert Settings.from_environment({}, tmp_path / ".env") == Settings()


@pytest.mark.parametrize("line", ["DISCORD_TOKEN", "DISCORD_TOKEN 'secret'", "= secret", "A='secret"])
def test_a_line_that_is_no_assignment_is_named_by_its_number_and_not_repeated(tmp_path: Path, line: str) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text(f"MONTAGE_SHARDS=2\n{line}\n", "utf-8")
    with pytest.raises(SettingError, match="line 2: write it as NAME=value") as raised:
        Settings.from_environment({}, dotenv)
    assert "secret" not in str(raised.value)


def test_a_file_that_is_no_text_is_said_to_be_none(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_bytes(b"DISCORD_TOKEN=\xff\xfe")
    with pytest.raises(SettingError, match="UTF-8"):
        Settings.from_environment({}, dotenv)


def test_the_example_names_every_variable_and_changes_nothing() -> None:
    code = (Path(__file__).parents[1] / "bot" / "config.py").read_text("utf-8")
    named = re.findall(r'"((?:DATABASE|DISCORD|MONTAGE|TMDB)_[A-Z_]+)"', code)
    assert re.findall(r"(?m)^([A-Z_]+)=", EXAMPLE.read_text("utf-8")) == named
    assert Settings.from_environment({}, EXAMPLE) == Settings()
