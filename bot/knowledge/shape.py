"""Whether a file has the shape of the model: walks YAML nodes along msgspec's types and names every fault."""

from __future__ import annotations

import difflib
from typing import cast

import msgspec
import msgspec.inspect as types
import yaml

from bot.knowledge.documents import Document, Scalar, Where, short_tag, tag_of
from bot.knowledge.scalars import problem_of


def plain_value(document: Document, node: yaml.Node, wanted: types.Type, where: Where = ()) -> object:
    """The node as plain values; whatever does not fit the type becomes a fault of the document and None."""
    tag = short_tag(node)
    if _is_written(tag, node):
        document.lose(_line(node), f"{_named(where)} has the tag “{tag}”: delete the tag, YAML needs none here.")
        return None
    hint = ""
    if isinstance(wanted, types.Metadata):
        hint = _hint(wanted)
        wanted = wanted.type
    match wanted:
        case types.UnionType():
            return _optional(document, node, wanted, where)
        case types.StructType():
            return _record(document, node, wanted, where)
        case types.VarTupleType():
            return _sequence(document, node, wanted, where)
        case _:
            return _scalar(document, node, wanted, where, hint)


def _optional(document: Document, node: yaml.Node, wanted: types.UnionType, where: Where) -> object:
    if short_tag(node) == "null":
        return None
    inner = next(each for each in wanted.types if not isinstance(each, types.NoneType))
    return plain_value(document, node, inner, where)


def _sequence(document: Document, node: yaml.Node, wanted: types.VarTupleType, where: Where) -> object:
    if not isinstance(node, yaml.SequenceNode):
        document.lose(
            _line(node), f"{_named(where)} must be a list: write each of its items on a line that begins with “- ”."
        )
        return None
    items = cast("list[yaml.Node]", node.value)
    if len(items) < (wanted.min_length or 0):
        document.fault(_line(node), f"{_named(where)} is an empty list; add an item.")
    return [plain_value(document, item, wanted.item_type, (*where, place)) for place, item in enumerate(items)]


def _record(document: Document, node: yaml.Node, wanted: types.StructType, where: Where) -> object:
    if not isinstance(node, yaml.MappingNode):
        keys = ", ".join(each.name for each in wanted.fields if each.required)
        document.lose(_line(node), f"{_named(where)} must be written as keys and values; it needs {keys}.")
        return None
    fields = {each.name: each for each in wanted.fields}
    found = _pairs(document, node, tuple(fields), where)
    for name, each in fields.items():
        if each.required and name not in found:
            document.lose(_line(node), f"The key “{name}” is missing from {_inside(where)}; add “{name}: …”.")
    return {name: plain_value(document, value, fields[name].type, (*where, name)) for name, value in found.items()}


def _pairs(document: Document, node: yaml.MappingNode, known: tuple[str, ...], where: Where) -> dict[str, yaml.Node]:
    found: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    for key_node, value in cast("list[tuple[yaml.Node, yaml.Node]]", node.value):
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        if key not in known:
            document.lose(_line(key_node), _unknown_key(key, known, where))
        elif key in found:
            sentence = (
                f"The key “{key}” stands twice in {_inside(where)} (first on line {lines[key]}); delete one of them."
            )
            document.lose(_line(key_node), sentence)
        else:
            found[key], lines[key] = value, _line(key_node)
    return found


def _unknown_key(key: str, known: tuple[str, ...], where: Where) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    advice = f"did you mean “{near[0]}”?" if near else f"it may have {', '.join(known)}."
    return f"{_named(where)} has no key “{key}”: {advice}"


def _scalar(document: Document, node: yaml.Node, wanted: types.Type, where: Where, hint: str) -> object:
    if not isinstance(node, yaml.ScalarNode):
        document.fault(_line(node), f"{_named(where)} must be a single value, not a list or keys.")
        return None
    text = str(node.value)
    problem = problem_of(text, short_tag(node), wanted, hint)
    if problem:
        report = document.lose if where[-1:] == ("id",) else document.fault
        report(_line(node), f"{_named(where)} {problem}")
        return None
    document.add(where, Scalar(text, _line(node)))
    match wanted:
        case types.IntType():
            return int(text)
        case types.BoolType():
            return text.casefold() in ("true", "yes", "on")
        case _:
            return text


def _hint(wanted: types.Metadata) -> str:
    """What the model says of the type, e.g. "a year of four digits: 1976"."""
    extra: dict[str, object] = msgspec.structs.asdict(wanted)["extra_json_schema"] or {}
    return str(extra.get("description", ""))


def _named(where: Where) -> str:
    keys = [key for key in where if isinstance(key, str)]
    if not keys:
        return "The file"
    return f"An item of “{keys[-1]}”" if isinstance(where[-1], int) else f"“{keys[-1]}”"


def _inside(where: Where) -> str:
    """The same in the middle of a sentence."""
    name = _named(where)
    return name[0].lower() + name[1:]


def _is_written(tag: str, node: yaml.Node) -> bool:
    """Whether somebody wrote the tag of a node: it is none that YAML finds by itself."""
    if isinstance(node, yaml.ScalarNode):
        return tag not in ("str", tag_of(str(node.value)))
    return tag != ("map" if isinstance(node, yaml.MappingNode) else "seq")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
