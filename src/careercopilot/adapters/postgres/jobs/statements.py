"""Statements with named values, made ready for the driver once: composing them anew costs more than running them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_NAMED = re.compile(r"(?<!:):([a-z_]+)")

# Words go as literals, so that the plan knows how common they are. They are folded, and never hold a backslash.
_LITERALS = frozenset({"q", "company", "location"})
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("country", "remote", "employment_type", "seniority", "currency"), "text[]"),
        **dict.fromkeys(("skills", "source", "words"), "text[]"),
        **dict.fromkeys(("viewer", "job_id", "after_id", "saved_job_id"), "uuid"),
        **dict.fromkeys(("salary_min", "after_salary"), "float8"),
        **dict.fromkeys(("posted_after", "after_posted_date"), "date"),
        **dict.fromkeys(("limit", "offset"), "int"),
        **dict.fromkeys(("after", "upto"), "bigint"),
        "visa_sponsorship": "bool",
        "job_ids": "uuid[]",
        "tag": "text",
    }
)


@dataclass(frozen=True)
class Statement:
    """SQL for the driver; ``names`` say which value goes where, ``literals`` which are written into it."""

    sql: str
    names: tuple[str, ...]
    literals: tuple[str, ...]

    def bound(self, values: Mapping[str, object]) -> tuple[str, tuple[object, ...]]:
        """Return what the driver runs."""
        sql = self.sql
        for name in self.literals:
            literal = str(values[name]).replace("'", "''")
            sql = sql.replace(f":{name}", f"'{literal}'")
        return sql, tuple(values[name] for name in self.names)


def prepared(sql: str) -> Statement:
    """Read a statement whose values are written as ``:name``."""
    found = tuple(dict.fromkeys(_NAMED.findall(sql)))
    names = tuple(name for name in found if name not in _LITERALS)
    numbered = {name: f"${number}::{_TYPES[name]}" for number, name in enumerate(names, 1)}
    literals = tuple(name for name in found if name in _LITERALS)
    return Statement(_NAMED.sub(lambda match: numbered.get(match[1], match[0]), sql), names, literals)
