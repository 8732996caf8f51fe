"""Counting facets, which costs many times what a page costs, once for all pages of a list."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from careercopilot.kernel.cache import Cache
from careercopilot.modules.jobs.api.job_lists import FacetValue
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.ports.job_views import FoundJobs, JobViews

_KEPT_FOR = timedelta(seconds=10)

Facets = Mapping[str, tuple[FacetValue, ...]]


class FacetCounting:
    """Keeps counts for a few seconds, for one person and one search.

    How many jobs were found is part of the key, so what a person hides or a board brings shows at once; what changes
    without changing their number shows a little later.
    """

    def __init__(self, jobs: JobViews, cache: Cache) -> None:
        self._jobs = jobs
        self._cache = cache

    async def count(self, viewer_id: UUID, filters: JobFilters, names: Sequence[str], found: FoundJobs) -> Facets:
        """Return the most frequent values of the jobs found."""
        key = _key(viewer_id, filters, names, found)
        kept = await self._cache.get(key)
        if kept is not None:
            return {name: tuple(FacetValue(*pair) for pair in pairs) for name, pairs in json.loads(kept).items()}
        facets = await self._jobs.facets(viewer_id, filters, names)
        pairs = {name: [(value.value, value.count) for value in values] for name, values in facets.items()}
        await self._cache.put(key, json.dumps(pairs).encode(), _KEPT_FOR)
        return facets


def _key(viewer_id: UUID, filters: JobFilters, names: Sequence[str], found: FoundJobs) -> str:
    asked = repr((filters, tuple(names), found.total, sorted(found.unknown_counts.items())))
    return f"jobs:facets:{viewer_id}:{sha256(asked.encode()).hexdigest()}"
