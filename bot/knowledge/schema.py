"""The JSON Schemas of the data files, made from the model, so that an editor checks and completes while one types."""

from __future__ import annotations

from pathlib import Path

import msgspec

from bot.knowledge.kinds import Kind
from bot.knowledge.model import MontageFile, RankedList

SCHEMAS = {"montages.schema.json": MontageFile, "lists.schema.json": RankedList}


def schema_text(name: str) -> str:
    """The text of the schema file of that name, one of SCHEMAS."""
    whole = msgspec.json.schema(SCHEMAS[name])
    definitions = {each: _explained(each, of) for each, of in whole["$defs"].items()}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "$defs": definitions}
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode() + "\n"


def write_schemas(directory: Path) -> None:
    """Writes all schema files into the data folder; to be run after a change of the model."""
    for name in SCHEMAS:
        (directory / name).write_text(schema_text(name), encoding="utf-8", newline="\n")


def _explained(name: str, definition: dict[str, object]) -> dict[str, object]:
    """The definition; that of the kinds with what each means, in their order, as editors show it beside them."""
    if name != Kind.__name__:
        return definition
    return {**definition, "enumDescriptions": [kind.meaning for kind in sorted(Kind)]}
