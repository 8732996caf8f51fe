"""Looking through a person's applications."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.tracking.api.models import NEWEST_FIRST, ApplicationFilters, ApplicationView, Order
from careercopilot.modules.tracking.domain.listing import checked
from careercopilot.modules.tracking.ports.application_views import ApplicationViews


class ListApplicationsHandler:
    """Reads what is committed."""

    def __init__(self, applications: ApplicationViews) -> None:
        self._applications = applications

    async def __call__(
        self,
        user_id: UUID,
        filters: ApplicationFilters,
        page: PageRequest,
        order: Sequence[Order] = NEWEST_FIRST,
    ) -> Page[ApplicationView]:
        return await self._applications.page(user_id, checked(filters), order, page)
