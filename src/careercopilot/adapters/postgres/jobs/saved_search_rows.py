"""Saved searches as rows."""

from typing import Any

from sqlalchemy import Row

from careercopilot.modules.jobs.api.saved_searches import AlertFrequency
from careercopilot.modules.jobs.domain.saved_search import SavedSearch
from careercopilot.modules.jobs.domain.search_filters import read_again, written


def search_of(row: Row[Any]) -> SavedSearch:
    """Return the search that a row holds."""
    return SavedSearch(
        id=row.id,
        user_id=row.user_id,
        name=row.name,
        filters=read_again(row.filters),
        frequency=AlertFrequency(row.frequency),
        seen=row.seen_sequence,
        due_at=row.due_at,
        last_matched_at=row.last_matched_at,
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def row_of(search: SavedSearch) -> dict[str, object]:
    """Return the search as a row that nobody has leased."""
    same = {name: value for name, value in vars(search).items() if name not in {"seen", "filters", "frequency"}}
    changed = {"filters": written(search.filters), "frequency": search.frequency.value, "seen_sequence": search.seen}
    return {**same, **changed, "lease_owner": None, "lease_until": None}
