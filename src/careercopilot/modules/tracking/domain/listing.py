"""What a list can be asked for."""

from dataclasses import replace

from careercopilot.modules.tracking.api.models import ApplicationFilters
from careercopilot.modules.tracking.domain.moments import moment
from careercopilot.modules.tracking.domain.text import NAME_LIMIT, QUERY_LIMIT, TAG_LIMIT, optional


def checked(filters: ApplicationFilters) -> ApplicationFilters:
    """Return the filters in their normal form, or raise InvalidInput."""
    return replace(
        filters,
        statuses=tuple(dict.fromkeys(filters.statuses)),
        company=optional("company", filters.company, NAME_LIMIT),
        tag=optional("tag", filters.tag, TAG_LIMIT),
        q=optional("q", filters.q, QUERY_LIMIT),
        updated_after=filters.updated_after and moment("updated_after", filters.updated_after),
    )
