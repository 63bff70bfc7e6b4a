"""What Discord says it takes: `python -m benchmarks.openapi FILE` keeps of its OpenAPI description what the bot sends.

FILE is `specs/openapi.json` of https://github.com/discord/discord-api-spec. What is kept lies beside the tests.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

__all__ = ["KEPT", "faults_of_request", "trimmed"]

KEPT = Path(__file__).resolve().parents[1] / "tests" / "discord_app" / "openapi.json"
ORIGIN = "discord/discord-api-spec, specs/openapi.json; MIT, copyright 2023 Discord"
REQUESTS = (
    "POST /channels/{channel_id}/messages",
    "PATCH /channels/{channel_id}/messages/{message_id}",
    "POST /interactions/{interaction_id}/{interaction_token}/callback",
    "POST /webhooks/{webhook_id}/{webhook_token}",
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
    "PUT /applications/{application_id}/commands",
    "PUT /applications/{application_id}/guilds/{guild_id}/commands",
    "POST /users/@me/channels",
    "POST /channels/{channel_id}/threads",
    "POST /channels/{channel_id}/messages/{message_id}/threads",
)
#: What says nothing of whether a request is valid.
IDLE = re.compile("description|title|example|deprecated|default|x-.*")
JSON = "application/json"
REFERENCE = "#/components/schemas/"
#: An id. Discord asks for text; discord.py writes numbers in references, menus and files, and Discord takes them.
ID, OF_AN_ID = "SnowflakeType", {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$", "minimum": 0}


def trimmed(spec: Mapping[str, Any], version: str) -> dict[str, Any]:
    """The bodies of our requests, and the schemas these need, as a JSON Schema that stands by itself."""
    bodies = {each: _bare(_body(spec, each)) for each in REQUESTS}
    schemas: dict[str, Any] = {}
    waiting = [*_named(bodies)]
    while waiting:
        name = waiting.pop()
        if name not in schemas:
            schemas[name] = _bare(spec["components"]["schemas"][name])
            waiting += _named(schemas[name])
    made = {"made by": "python -m benchmarks.openapi", "origin": ORIGIN, "version": version}
    return {**made, "requests": bodies, "components": {"schemas": dict(sorted(schemas.items()))}}


def faults_of_request(method: str, path: str, body: Any) -> list[str]:
    """What Discord would not take of a request with a body; the path is one without version."""
    name = f"{method} {_template(path)}"
    validator = _validators().get(name)
    if validator is None:
        return [f"{name} is no request that we know; name it in {__name__}"]
    return [
        f"{name}: {'/'.join(map(str, each.absolute_path))}: {each.message[:300]}"
        for each in validator.iter_errors(body)
    ]


def _template(path: str) -> str:
    """The path as Discord writes it: `/channels/1/messages` is `/channels/{channel_id}/messages`."""
    return next((each for each, pattern in _patterns().items() if pattern.fullmatch(path)), path)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    paths = sorted({each.partition(" ")[2] for each in REQUESTS}, key=lambda path: path.count("{"))
    return {each: re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(each))) for each in paths}


@cache
def _validators() -> dict[str, Any]:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    schemas = kept["components"]["schemas"]
    return {name: _Validator(_whole(body, schemas)) for name, body in kept["requests"].items()}


def _whole(schema: Any, schemas: Mapping[str, Any]) -> Any:
    """The schema with all that it refers to in its place, and lists of values as such: to look those up takes long."""
    if isinstance(schema, list):
        return [_whole(each, schemas) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(REFERENCE)
        return OF_AN_ID if name == ID else _whole(schemas[name], schemas)
    whole = {key: _whole(value, schemas) for key, value in schema.items()}
    values = [each.get("const") for each in whole.get("oneOf", ()) if each.keys() == {"const"}]
    if values and len(values) == len(whole["oneOf"]):
        del whole["oneOf"]
        whole["enum"] = values
    return whole


def _one_of(validator: Any, choices: list[Any], instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Of several kinds of components or answers only what says to be of that type: the others need not be tried."""
    possible = [each for each in choices if _may_be(each, instance)]
    if len(possible) == 1:
        yield from validator.descend(instance, possible[0])
    else:
        yield from Draft202012Validator.VALIDATORS["anyOf"](validator, possible, instance, schema)


def _may_be(schema: Any, instance: Any) -> bool:
    if instance is None or schema.get("type") == "null":
        return instance is None
    kind = schema.get("properties", {}).get("type", {})
    return not isinstance(instance, dict) or "enum" not in kind or instance.get("type") in kind["enum"]


_Validator = validators.extend(Draft202012Validator, {"oneOf": _one_of, "anyOf": _one_of})


def _body(spec: Mapping[str, Any], request: str) -> Any:
    method, path = request.split()
    return spec["paths"][path][method.lower()]["requestBody"]["content"][JSON]["schema"]


def _bare(schema: Any, *, names: bool = False) -> Any:
    """The schema without prose; below `properties` stand names, and none of them is left out."""
    if isinstance(schema, list):
        return [_bare(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = schema if names else {key: value for key, value in schema.items() if not IDLE.fullmatch(key)}
    return {key: _bare(value, names=key == "properties") for key, value in kept.items()}


def _named(schema: Any) -> Iterable[str]:
    """The schemas that one refers to."""
    if isinstance(schema, list):
        for each in schema:
            yield from _named(each)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            yield from [value.removeprefix(REFERENCE)] if key == "$ref" else _named(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("spec", type=Path, metavar="FILE", help="Discord's openapi.json")
    parser.add_argument("--version", required=True, help="the day it is of")
    options = parser.parse_args()
    kept = trimmed(json.loads(options.spec.read_text(encoding="utf-8")), options.version)
    KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
