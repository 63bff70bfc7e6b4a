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
        ("SHARD_COUNT", "3", "shard_count", 3),
        ("MONTAGE_METRICS_PORT", "9100", "metrics_port", 9100),
        ("MONTAGE_METRICS_HOST", "0.0.0.0", "metrics_host", "0.0.0.0"),  # noqa: S104  read, not listened on
        ("MONTAGE_METRICS_HOST", "::1", "metrics_host", "::1"),
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
        ("SHARD_COUNT", "0"),
        ("SHARD_IDS", "secret"),
        ("SHARD_IDS", "3-1"),
        ("SHARD_IDS", "0,,1"),
        ("SHARD_IDS", "0-99999"),
        ("SHARD_ORDINAL", "secret"),
        ("SHARD_ORDINAL", "secret-٢"),
        ("SHARDS_PER_PROCESS", "0"),
        ("MONTAGE_METRICS_PORT", "0"),
        ("MONTAGE_METRICS_HOST", "secret.example.com"),
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


@pytest.mark.parametrize(
    ("given", "opened"),
    [
        ({}, ()),
        ({"SHARD_COUNT": "4"}, ()),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "0-3"}, ()),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "0-1"}, (0, 1)),
        ({"SHARD_COUNT": "6", "SHARD_IDS": "5, 2,0"}, (0, 2, 5)),
        ({"SHARD_COUNT": "8", "SHARD_IDS": "0-2,7,1"}, (0, 1, 2, 7)),
        ({"SHARD_COUNT": "4", "SHARD_ORDINAL": "montage-bot-2"}, (2,)),
        ({"SHARD_COUNT": "4", "SHARD_ORDINAL": "0", "SHARDS_PER_PROCESS": "2"}, (0, 1)),
        ({"SHARD_COUNT": "5", "SHARD_ORDINAL": "montage-bot-2", "SHARDS_PER_PROCESS": "2"}, (4,)),
        ({"SHARD_COUNT": "4", "SHARD_ORDINAL": "bot-0", "SHARDS_PER_PROCESS": "8"}, ()),
    ],
)
def test_which_shards_a_process_opens_is_listed_or_follows_from_its_number(
    given: dict[str, str], opened: tuple[int, ...]
) -> None:
    settings = Settings.from_environment(given)
    assert settings.shard_ids == opened
    assert settings.slips == ()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"SHARD_IDS": "0-1"}, "SHARD_COUNT has to say how many"),
        ({"SHARD_ORDINAL": "1"}, "SHARD_COUNT has to say how many"),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "3-4"}, "SHARD_IDS has to name shards below SHARD_COUNT"),
        ({"SHARD_COUNT": "4", "SHARD_ORDINAL": "4"}, "SHARD_ORDINAL has to be lower"),
        ({"SHARD_COUNT": "4", "SHARD_ORDINAL": "2", "SHARDS_PER_PROCESS": "2"}, "SHARD_ORDINAL has to be lower"),
        ({"SHARD_COUNT": "4", "SHARD_ORDINAL": "0", "SHARD_IDS": "0"}, "SHARD_ORDINAL has to be left out"),
        ({"SHARD_COUNT": "4", "SHARDS_PER_PROCESS": "2"}, "SHARDS_PER_PROCESS has to be left out"),
    ],
)
def test_variables_of_shards_that_do_not_fit_together_are_one_sentence(given: dict[str, str], says: str) -> None:
    with pytest.raises(SettingError, match=f"^{says}") as raised:
        Settings.from_environment(given)
    assert "\n" not in str(raised.value)


def test_every_wrong_variable_is_told_at_once_a_line_each() -> None:
    with pytest.raises(SettingError) as raised:
        Settings.from_environment(
            {"SHARD_COUNT": "none", "SHARD_IDS": "0", "DISCORD_TOKEN": "two words", "MONTAGE_GUILD": "mine"}
        )
    names = [line.split()[0] for line in str(raised.value).splitlines()]
    assert names == ["DISCORD_TOKEN", "MONTAGE_GUILD", "SHARD_COUNT"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("MONTAGE_LOGLEVEL", "MONTAGE_LOGLEVEL is no setting: did you mean MONTAGE_LOG_LEVEL?"),
        ("SHARD_ID", "SHARD_ID is no setting: did you mean SHARD_IDS?"),
        ("MONTAGE_SHARDS", "MONTAGE_SHARDS is called SHARD_COUNT now: as it is, it changes nothing."),
        ("MONTAGE_X", "MONTAGE_X is no setting, and changes nothing."),
    ],
)
def test_a_misspelt_variable_is_noticed(name: str, says: str) -> None:
    assert Settings.from_environment({name: "secret", "SHARD_COUNT": "2", "HOME": "/"}).slips == (says,)


def test_neither_token_nor_key_ever_shows() -> None:
    assert "abc" not in repr(Settings(token="abc", tmdb_key="abc"))


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("# mine\nexport DISCORD_TOKEN='from file'\nSHARD_COUNT=2\n\nMONTAGE_GUILD=5\n", "utf-8")
    settings = Settings.from_environment({"DISCORD_TOKEN": "from-environment", "MONTAGE_GUILD": ""}, dotenv)
    assert (settings.token, settings.shard_count, settings.guild) == ("from-environment", 2, 5)


def test_a_file_that_is_not_there_is_no_mistake(tmp_path: Path) -> None:
    assert Settings.from_environment({}, tmp_path / ".env") == Settings()


@pytest.mark.parametrize("line", ["DISCORD_TOKEN", "DISCORD_TOKEN 'secret'", "= secret", "A='secret"])
def test_a_line_that_is_no_assignment_is_named_by_its_number_and_not_repeated(tmp_path: Path, line: str) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text(f"SHARD_COUNT=2\n{line}\n", "utf-8")
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
    named = re.findall(r'read\(\s*"([A-Z_]+)"', code)
    assert re.findall(r"(?m)^([A-Z_]+)=", EXAMPLE.read_text("utf-8")) == named
    assert Settings.from_environment({}, EXAMPLE) == Settings()
