# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Samenspel contributors
"""As much of JSON Schema (2020-12) as our schemas use; any other word in one is an error"""
import re

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
IGNORED = {"$schema", "$defs", "title", "description"}


def is_type(value, name):
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


class Schema:
    def __init__(self, root):
        self.root = root

    def problems(self, value, schema=None, place="$"):
        """What is wrong with a value, a line each"""
        for word, rule in (self.root if schema is None else schema).items():
            if word not in IGNORED:
                check = getattr(self, "check_" + word.strip("$"))
                yield from check(rule, value, place, self.root if schema is None else schema)

    def check_ref(self, rule, value, place, _):
        found = self.root
        for name in rule.removeprefix("#/").split("/"):
            found = found[name]
        yield from self.problems(value, found, place)

    def check_type(self, rule, value, place, _):
        if not any(is_type(value, name) for name in ([rule] if isinstance(rule, str) else rule)):
            yield f"{place}: {value!r} is no {rule}"

    def check_const(self, rule, value, place, _):
        if value != rule:
            yield f"{place}: {value!r} is not {rule!r}"

    def check_enum(self, rule, value, place, _):
        if value not in rule:
            yield f"{place}: {value!r} is none of {rule}"

    def check_pattern(self, rule, value, place, _):
        if isinstance(value, str) and not re.search(rule, value):
            yield f"{place}: {value!r} does not match {rule}"

    def check_minimum(self, rule, value, place, _):
        if is_type(value, "number") and value < rule:
            yield f"{place}: {value} is below {rule}"

    def check_maximum(self, rule, value, place, _):
        if is_type(value, "number") and value > rule:
            yield f"{place}: {value} is above {rule}"

    def check_maxLength(self, rule, value, place, _):
        if isinstance(value, str) and len(value) > rule:
            yield f"{place}: longer than {rule}"

    def check_required(self, rule, value, place, _):
        for name in rule:
            if isinstance(value, dict) and name not in value:
                yield f"{place}: {name} is missing"

    def check_properties(self, rule, value, place, _):
        for name, inner in rule.items():
            if isinstance(value, dict) and name in value:
                yield from self.problems(value[name], inner, f"{place}.{name}")

    def check_additionalProperties(self, rule, value, place, schema):
        assert rule is False
        for name in value if isinstance(value, dict) else ():
            if name not in schema["properties"]:
                yield f"{place}: {name} does not belong there"

    def check_items(self, rule, value, place, _):
        for number, item in enumerate(value if isinstance(value, list) else ()):
            yield from self.problems(item, rule, f"{place}[{number}]")

    def check_oneOf(self, rule, value, place, _):
        found = [list(self.problems(value, inner, place)) for inner in rule]
        if sum(not problems for problems in found) != 1:
            yield from min(found, key=len) or [f"{place}: fits more than one"]
