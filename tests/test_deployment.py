"""The files to run the bot from: they fit the program, and give it no more rights than it needs."""

from __future__ import annotations

import configparser
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

from bot.community.store.address import address_of
from bot.config import Settings

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (DEPLOY / "requirements.lock").read_text("utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
COMPOSED: dict[str, dict[str, Any]] = {
    name: yaml.safe_load((DEPLOY / name).read_text("utf-8"))["services"]
    for name in ("compose.yaml", "compose.shards.yaml")
}
#: Each service that is a bot, and the database beside it.
BOTS = [
    (service, services["database"])
    for services in COMPOSED.values()
    for name, service in services.items()
    if name != "database"
]
KUBERNETES: dict[str, Any] = {
    each["kind"]: each for each in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8"))
}
POD: dict[str, Any] = KUBERNETES["StatefulSet"]["spec"]["template"]["spec"]
CONTAINER: dict[str, Any] = POD["containers"][0]
#: Variables of the system and of Python that are set for the bot.
NOT_OURS = {"PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "XDG_CACHE_HOME", "XDG_DATA_HOME"}


def ours() -> set[str]:
    """The variables that the program reads."""
    return set(re.findall(r"(?m)^([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8")))


def locked() -> dict[str, str]:
    """Each library of the lock and its one version."""
    return dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", LOCK))


def unit() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd tells capitals apart
    parser.read(DEPLOY / "montage-bot.service", "utf-8")
    return parser


@pytest.mark.parametrize("line", PROJECT["project"]["dependencies"])
def test_the_lock_has_a_version_of_each_library_that_fits(line: str) -> None:
    requirement = Requirement(line)
    name = re.sub(r"[._-]+", "-", requirement.name).lower()
    assert Version(locked()[name]) in requirement.specifier, "run deploy/lock"


def test_everything_in_the_lock_has_its_hashes_and_comes_from_the_public_index() -> None:
    pins = re.split(r"(?m)^(?=[\w.-]+==)", LOCK)[1:]
    assert len(pins) == len(locked())
    assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []
    assert not re.search(r"--(?:extra-)?index-url|--find-links|file://|git\+", LOCK)


def test_the_checks_of_a_change_hold_the_lock_to_the_project() -> None:
    assert "try deploy/lock --check\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_image_runs_the_program_as_nobody_in_particular_and_says_how_it_is() -> None:
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    users = re.findall(r"(?m)^USER (\S+)$", last)
    assert users == ["10001"], "a number, so that it can be seen not to be root's"
    assert last.index("USER 10001") < last.index("\nENTRYPOINT")
    assert f"http://127.0.0.1:{re.findall('MONTAGE_METRICS_PORT=([0-9]+)', last)[0]}/healthz" in last
    assert "--require-hashes" in DOCKERFILE
    assert 'ENTRYPOINT ["python", "-m", "bot"]\nCMD ["run"]' in last


def test_the_image_has_what_is_copied_into_it_and_a_python_that_the_project_takes() -> None:
    let_in = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert let_in[0] == "*", "nothing comes in that is not named: no .env, no history"
    copied = [line.split()[1] for line in DOCKERFILE.splitlines() if line.startswith("COPY ") and "--from" not in line]
    assert copied
    assert all((ROOT / path).exists() and f"!{path}" in let_in for path in copied)
    for version in re.findall(r"(?m)^FROM python:([\d.]+)-slim", DOCKERFILE):
        assert Version(version) in Requirement(f"x{PROJECT['project']['requires-python']}").specifier


def test_every_variable_that_is_set_is_one_the_program_reads() -> None:
    in_image = set(re.findall(r"(?m)^(?:ENV| {3}) ([A-Z_]+)=", DOCKERFILE))
    in_service = {each.partition("=")[0] for each in shlex.split(unit()["Service"]["Environment"])}
    assert "MONTAGE_METRICS_PORT" in in_image
    composed = {name for bot, _ in BOTS for name in bot["environment"]}
    in_pod = {each["name"] for each in CONTAINER["env"]}
    assert (in_image | in_service | composed | in_pod) - NOT_OURS <= ours()


def taken(service: dict[str, Any]) -> Settings:
    """What the bot makes of what Compose sets."""
    url = service["environment"]["DATABASE_URL"]
    password = re.sub(r"\$\{POSTGRES_PASSWORD:\?[^}]+\}", "geheim", url)
    return Settings.from_environment({**service["environment"], "DATABASE_URL": password})


@pytest.mark.parametrize(("bot", "database"), BOTS)
def test_what_compose_sets_is_taken(bot: dict[str, Any], database: dict[str, Any]) -> None:
    settings = taken(bot)
    assert settings.slips == ()
    server = address_of(settings.database, shared=True).server
    assert f"{database['environment']['POSTGRES_USER']}:geheim@database" in server
    assert f"/{database['environment']['POSTGRES_DB']}" in server


@pytest.mark.parametrize(("bot", "database"), BOTS)
def test_compose_gives_the_bot_no_rights_and_waits_for_the_database(
    bot: dict[str, Any], database: dict[str, Any]
) -> None:
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["depends_on"]["database"]["condition"] == "service_healthy"
    assert "healthcheck" in database
    assert not any("ports" in service or "privileged" in service for service in (bot, database))


def pod(number: int) -> Settings:
    """What the bot makes of what Kubernetes sets in the pod of that number."""
    kept = {"DISCORD_TOKEN": "abc", "DATABASE_URL": "postgresql://maya@db/bot"}
    name = KUBERNETES["StatefulSet"]["metadata"]["name"]
    return Settings.from_environment(
        {each["name"]: each.get("value") or kept.get(each["name"], f"{name}-{number}") for each in CONTAINER["env"]}
    )


@pytest.mark.parametrize(
    "all_settings",
    [
        [taken(bot) for name, bot in COMPOSED["compose.shards.yaml"].items() if name != "database"],
        [pod(number) for number in range(KUBERNETES["StatefulSet"]["spec"]["replicas"])],
    ],
    ids=["compose", "kubernetes"],
)
def test_each_shard_is_opened_by_one_process(all_settings: list[Settings]) -> None:
    (count,) = {settings.shard_count for settings in all_settings}
    assert count is not None
    opened = [shard for settings in all_settings for shard in settings.shard_ids]
    assert sorted(opened) == [*range(count)]
    assert all(settings.slips == () for settings in all_settings)


def test_a_pod_has_its_secrets_and_its_number_by_reference() -> None:
    sources = {each["name"]: next(iter(each["valueFrom"])) for each in CONTAINER["env"] if "valueFrom" in each}
    assert sources == {"DISCORD_TOKEN": "secretKeyRef", "DATABASE_URL": "secretKeyRef", "SHARD_ORDINAL": "fieldRef"}
    assert "Secret" not in KUBERNETES, "who keeps secrets in a file keeps none"


def test_a_pod_has_no_rights_and_may_write_nowhere() -> None:
    assert POD["securityContext"]["runAsNonRoot"] is True
    assert f"USER {POD['securityContext']['runAsUser']}" in DOCKERFILE
    assert POD["automountServiceAccountToken"] is False
    assert CONTAINER["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_a_pod_is_ready_while_it_is_well_and_is_not_ended_for_waiting() -> None:
    probes = {name: CONTAINER[f"{name}Probe"]["httpGet"]["path"] for name in ("readiness", "startup", "liveness")}
    assert probes == {"readiness": "/healthz", "startup": "/metrics", "liveness": "/metrics"}
    (port,) = CONTAINER["ports"]
    assert str(port["containerPort"]) == next(
        e["value"] for e in CONTAINER["env"] if e["name"].endswith("METRICS_PORT")
    )
    labels = KUBERNETES["StatefulSet"]["spec"]["template"]["metadata"]["labels"]
    selectors = [
        KUBERNETES["Service"]["spec"]["selector"],
        KUBERNETES["StatefulSet"]["spec"]["selector"]["matchLabels"],
        KUBERNETES["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
    ]
    assert selectors == [labels] * 3
    assert KUBERNETES["StatefulSet"]["spec"]["serviceName"] == KUBERNETES["Service"]["metadata"]["name"]


def test_the_service_runs_the_program_reloads_by_the_signal_and_may_write_to_its_own_folders_alone() -> None:
    service = unit()["Service"]
    program = service["ExecStart"].split()
    assert program[0].rpartition("/")[2] in PROJECT["project"]["scripts"]
    assert program[1:] == ["run"]
    assert service["ExecReload"] == "/bin/kill -HUP $MAINPID"
    assert service["User"] != "root"
    assert service["ProtectSystem"] == "strict"
    assert service["StateDirectory"] == service["CacheDirectory"] == "montage-bot"
    assert "XDG_DATA_HOME=/var/lib XDG_CACHE_HOME=/var/cache" in service["Environment"]
