"""Scalars written so that YAML 1.2 and readers of YAML 1.1 take them for the same."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml

from planversion.yamltext.scalars import is_plain_text

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` \t=<")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def scalar(value: Any) -> str:
    """A value on one line, to stand anywhere, in a flow list as well."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case _:
            return repr(value)


def quoted(value: Any) -> str:
    """A value on one line as JSON, which is YAML too."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _text(text: str) -> str:
    if _UNPRINTABLE.search(text) or "\n" in text:
        return quoted(text)
    if _plain(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def _plain(text: str) -> bool:
    """Whether no reader would take the bare text for anything else."""
    if not text or text[0] in _INDICATORS or text[-1] in " \t:":
        return False
    if any(mark in text for mark in (": ", " #", ":\t", "\t#")) or not _in_flow(text):
        return False
    return is_plain_text(text) and _is_text_in_yaml_1_1(text)


def _in_flow(text: str) -> bool:
    return not any(mark in text for mark in ",[]{}\t")


def _is_text_in_yaml_1_1(text: str) -> bool:
    tag = _resolver().resolve(yaml.ScalarNode, text, (True, False))
    return bool(tag == "tag:yaml.org,2002:str")


@cache
def _resolver() -> Any:
    return yaml.resolver.Resolver()


def block(text: str) -> tuple[str, list[str]] | None:
    """A text of several lines as a literal block: its header and lines; None if it can't be."""
    lines = text.split("\n")
    if len(lines) == 1 or _UNPRINTABLE.search(text) or lines[0][:1] in ("", " ", "\t"):
        return None
    if any(line.strip() == "" and line for line in lines) or "\r" in text:
        return None
    if not text.endswith("\n"):
        return "|-", lines
    if text.endswith("\n\n"):
        return "|+", lines[:-1]
    return "|", lines[:-1]
